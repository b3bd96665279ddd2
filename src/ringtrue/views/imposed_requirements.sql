-- The requirements that follow from a law, an internal policy or a contract, as their words say in English, German, French or Spanish ("as the
-- law demands", "laut Vertrag", "selon la loi", "según la ley"), or whose source makes laws: nobody here chose them. That the subject is a
-- contract or the law says nothing.
select requirements.id as requirement
from requirements
left join parties on parties.id = requirements.source_party
where
    regexp_matches(
        lower(requirements.statement),
        '\b(as|by|under|per|according to|in line with|because of|due to|required in) ((the|our|its|internal|applicable|national|european|data|protection|company|security|retention) )*(laws?|acts?|statutes?|regulations?|policy|policies|contracts?|gdpr|directives?)\b'
        || '|\b(laws?|statutes?|regulations?|policy|policies|contracts?|gdpr) (demands?|requires?|prescribes?|obliges?|says?|asks?)\b'
        || '|\b(legally required|statutory|regulatory|contractually|gesetzlich|vertraglich|légalement|contractuellement|legalmente|contractualmente)'
        || '|\b(nach|laut|gemäß|aufgrund|wegen|per) ((dem|der|des|den|unserer|interner) )*(gesetz|verordnung|richtlinie|vertrag|dsgvo)'
        || '|\b(selon|par|en vertu de|conformément à|conformément au) ?((la|le|les|notre|du) )*(loi|règlement|contrat|politique|rgpd)'
        || '|\b(según|por|conforme a|en virtud de) ((la|el|las|los|nuestra) )*(ley|reglamento|contrato|política|rgpd)'
    )
    or regexp_matches(
        lower(concat_ws(' ', requirements.source_party, parties.name)),
        '\b(law|lawgiver|legislator|regulator|gesetz|gesetzgeber|aufsichtsbehörde|loi|législateur|régulateur|ley|legislador|regulador)\b'
    )
