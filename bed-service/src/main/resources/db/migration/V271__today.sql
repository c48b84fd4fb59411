-- The day of the one time that decides, where the hospitals are: neither of the server nor of a client.
create function today() returns date language sql volatile parallel safe
    as $$ select (app_now() at time zone 'Asia/Ho_Chi_Minh')::date $$;
