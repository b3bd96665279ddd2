-- Many components name no service: nobody can say for whom they are.
create or replace temp table planted as select 'configuration item' as object;
create or replace temp table unlinked as
select id from configuration_items where draw('unlinked', id) < 0.5 * $strength;
update configuration_items set service = null where id in (select id from unlinked);
delete from service_dependencies where kind = 'configuration_item' and depends_on in (select id from unlinked);
