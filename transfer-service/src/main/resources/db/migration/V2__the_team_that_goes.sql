-- Until now every team that was asked kept its part; it ends for the others once one goes.

update relation
set held_until = greatest(held_from, app_now())
from transfer
where transfer.id = relation.transfer_id
  and relation.role = 'TEAM'
  and relation.held_until is null
  and (transfer.journey -> 'team' ->> 'goes')::boolean
  and relation.organisation <> (transfer.journey -> 'team' -> 'organisation' ->> 'code');
