-- The requirements that a law, an internal policy or a contract asks for, as their words or the name of their source say, in English, German,
-- French and Spanish: nobody here chose them.
select requirements.id as requirement
from requirements
left join parties on parties.id = requirements.source_party
where
    regexp_matches(
        lower(concat_ws(' ', requirements.statement, requirements.source_party, parties.name)),
        '\b(laws?|legal|legally|act|statut(e|es|ory)|regulations?|regulator|regulatory|policy|policies|contracts?|contractual|gdpr|directive|gesetz|gesetzlich|verordnung|richtlinien?|vertrag|vertraglich|dsgvo|loi|lois|règlement|contrat|politique|rgpd|ley|leyes|reglamento|contrato|política)\b'
    )
