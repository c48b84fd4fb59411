-- The outcome has a time of its own; of those recorded so far it stands on the timeline.

update transfer
set journey = jsonb_set(journey, '{chronicle,outcomeAt}', to_jsonb(said.at))
from (
    select line.transfer_id,
           line.said_values ->> 'outcome' as outcome,
           to_char(
               max(least(line.occurred_at, line.recorded_at)) at time zone 'UTC',
               'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from timeline as line
    where line.what = 'transfer.outcome-recorded'
    group by line.transfer_id, line.said_values ->> 'outcome'
) as said
where said.transfer_id = transfer.id
  and said.outcome = transfer.journey -> 'chronicle' ->> 'outcome'
  and transfer.journey -> 'chronicle' ->> 'outcomeAt' is null;
