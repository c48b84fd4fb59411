-- A broker that lost its disk gives offsets anew: where a record lay tells only those apart that name no event.
alter table parked drop constraint parked_consumer_topic_partition_no_record_offset_key;

create unique index parked_unnamed on parked (consumer, topic, key, partition_no, record_offset) where event_id is null;
