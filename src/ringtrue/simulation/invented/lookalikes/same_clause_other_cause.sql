-- A finding came back under the same clause a few months later; its cause was another one.
update actions
set clause = '8.6.1'
where kind = 'corrective_action' and origin_kind = 'finding' and draw('same clause', id) < 0.5;
