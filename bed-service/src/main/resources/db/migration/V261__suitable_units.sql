-- The allocator looks for units that could treat those who wait, not through all that have a bed free.
create index unit_able on unit (vv, va, crrt, isolation, ages) where activated and ready_for_outside > 0;
drop index unit_offered;
