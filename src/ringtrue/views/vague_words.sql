-- The requirements that promise something without saying how much, each with its first vague word, in English, German, French and Spanish;
-- the words are patterns on lower-case text.
with worded as (
    select
        id,
        regexp_extract(
            lower(statement),
            'as soon as possible|as fast as possible|\bfast\b|\bquick(ly)?\b|\bpromptly?\b|\btimely\b|user.?friendly'
            || '|easy to use|\bintuitive\b|\badequate(ly)?\b|\bappropriate(ly)?\b|\breasonabl[ey]\b|\bsufficient(ly)?\b'
            || '|state of the art|\brobust\b|\bflexible\b|\bhigh quality\b|best effort|\bseamless(ly)?\b|\bgood\b|\bmodern\b'
            || '|\bhighly available\b|\bif possible\b|\bregularly\b|\bminimal\b'
            || '|\bschnell|möglichst|zeitnah|benutzerfreundlich|nutzerfreundlich|\beinfach\b|\bangemessen|\bausreichend'
            || '|stand der technik|\bunverzüglich|baldmöglichst|\brobust|\bflexibel|\bgut(e|er|es|en)?\b|\bmodern|hochverfügbar'
            || '|\bregelmäßig|so bald wie möglich|\bzügig'
            || '|dès que possible|\brapide(s|ment)?\b|\bconvivial|facile à utiliser|\badéquat|\bapproprié|\braisonnable'
            || '|\bsuffisan(t|ce|te)|état de l.art|dans les meilleurs délais|\bintuiti(f|ve)|\bfluide|\brégulièrement'
            || '|si possible|\bbon(ne)?\b'
            || '|lo antes posible|tan pronto como|\brápid[oa]|\brápidamente|fácil de usar|\badecuad[oa]|\bapropiad[oa]'
            || '|\brazonable|\bsuficiente|estado del arte|\bintuitiv[oa]|\bamigable|\bbuen[oa]?\b|\bregularmente|si es posible'
        ) as word
    from requirements
)
select id as requirement, word from worded where word <> ''
