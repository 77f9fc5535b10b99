-- The roles of a desk. Who was a preparer is an operator: they bring funds, facts and prices, and have them struck. What
-- stands in a row that was sealed stays.

alter table assay.person drop constraint person_role_check;
alter table assay.person add constraint person_role_check
    check (role in ('ADMINISTRATOR', 'APPROVER', 'AUDITOR', 'COMPLIANCE', 'OPERATOR', 'PREPARER'));
