-- Gives way to the imports' own migration of this number.
select 1;
