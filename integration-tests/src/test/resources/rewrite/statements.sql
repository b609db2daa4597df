-- Reads.
SELECT u.id, u.nickname FROM users u WHERE u.id = ? --? 1
select id, nickname from users where nickname is null order by nickname, id
select * from users order by id
table users
table users order by nickname, id
select u.*, 1 as one from users u order by id
select u.*, o.* from users u join orders o on o.user_id = u.id order by u.id, o.id
select * from orders o left join users u on u.id = o.user_id order by o.id
select * from users u left join orders o on u.id = o.user_id order by u.id, o.id
select count(*) from (select * from users) x
select u.id, u.name, u.nickname, count(*) from users u join orders o on o.user_id = u.id group by u.id order by 1
select u.id, u.name, u.nickname, count(*) from users u join orders o on o.user_id = u.id group by (u.id) order by 1
select u.id, u.name, u.nickname, count(*) from users u join orders o on o.user_id = u.id group by 1 order by 1
select u.id as k, u.name, u.nickname, count(*) from users u join orders o on o.user_id = u.id group by k order by 1
select i.order_id, i.line, i.what, i.qty from items i group by i.line, i.order_id order by 1, 2
select i.what, i.qty, count(*) from items i group by rollup (i.what, i.qty) order by 1, 2
select u.nickname, count(*) from users u group by grouping sets ((u.nickname), (u.level), ()) order by 1, 2
select u.level, u.id, count(*) from users u group by u.id, cube (u.level) order by 1, 2
select row_to_json(u) from users u order by u.id
select to_json(u.*) from users u where nickname is null order by u.id
select count(u.*) from users u where nickname is null
select row(u.*) from users u where level = 1 order by u.id
select (u).nickname, (u).level from users u order by u.id
select (u).* from users u order by u.id
select u from users u order by u.id
select users from users order by users.id
select row_to_json(u), count(*) from users u group by u.id order by u.id
select nickname, ctid from users order by id for update
select u.nickname from users u join orders o on o.user_id = u.id order by o.id for update of u skip locked
select u.nickname from users u, orders o where o.user_id = u.id order by o.id for no key update of u, o nowait
with c as (select * from users) select c.nickname, c.level from c order by c.id
with users as (select 1 as nickname) select nickname from users
with recursive t as (select 1 as n union all select n + 1 from t where n < 2) select t.n, u.nickname from t, users as u order by 1, u.id
with recursive t as (select id, nickname from users where id = 1 union all select u.id, u.nickname from t join users u on u.id = t.id + 1) select * from t order by 1
[14] with recursive t(n) as (select 1 union all select n + 1 from t where n < 2) search depth first by n set o select t.n, nickname from t, users order by 1, id
with users as (select * from users where id < 3) select id, nickname from users order by id
with a as materialized (select nickname from users), b as not materialized (select count(*) n from a) select n from b
select id from orders o where exists (select 1 from users u where u.nickname is null and u.id = o.user_id) order by id
select id, exists (select * from users where nickname is null) from orders order by id
select name from users union all select nickname from users order by 1
(select name from users) union (select nickname from users order by id limit 1) order by 1
((select nickname from users order by id)) limit 1
(select * from users order by id) limit 2
(select * from users) order by 7, 1
select a.id, a.nickname, b.nickname from users a join users b using (nickname) order by 1
select nickname, a.id from users a full join pets p using (nickname) order by 1, 2
select * from users natural join pets order by id
select * from users u join pets p using (id) order by id
select nickname from users cross join lateral (select 1 as one) x order by users.id
select x.* from users u cross join lateral (select u.nickname, u.id) x order by id
select x.* from users u cross join lateral (select u.*) x order by id
select (select u.nickname from users u where u.id = o.user_id) from orders o order by id
select (select row_to_json(r) from (select u.*) r) from users u order by u.id
select id, row_number() over (partition by nickname order by level, id) from users order by id
select id, sum(level) filter (where nickname is null) over w from users window w as (partition by level order by id) order by id
select * from orders where (user_id, discount) in (select id, 0 from users) order by id
select * from orders where (discount, other) = (0, 7) order by id
select * from orders where row(discount, status) is distinct from row(1, 'x') order by id
select max(level) from users where age between ? and ? limit ? offset ? --? 10 | 90 | 5 | 0
select u.nickname from users as u(a, b, c, d, e, f, nickname, level) order by u.a
select u.x from users as u(a, b, c, d, e, f, x) order by u.a
select nickname::text, cast(nickname as text) from users u where u.name like ? escape '!' --? a%
select distinct on (nickname) nickname, id from users order by nickname, id
select distinct nickname, level from users
select distinct * from orders order by id
select nickname from users order by nickname using >, id
select nickname from users order by id limit all
select nickname from users order by id fetch first 2 rows only
select tags[1], tags[1:2], array_length(tags, 1) from users order by id
select (home).city, (spot).city from users order by id
select "order", u."order", "Title", u."Title" from users u order by "order", id
select order_id, line, year from items i order by year, 1, 2
select order_id, extract(year from date '2026-01-01') from items where year is null order by 1
select id, nickname "Nickname", level as "from" from users order by 1
select nickname as name, name as nickname from users order by nickname
select name as nickname, count(*) from users group by nickname, name order by 1
select nickname from users nickname order by nickname.id
select nickname.nickname from users nickname order by nickname.id
select u.nickname from users "u" order by "u".id
select "users"."nickname" from "public"."users" order by "public".users.id
select coalesce(nickname, 'none'), case when nickname is null then 0 else 1 end, nickname is distinct from 'x' from users order by id
select case when nickname is null then 'none' else nickname end n, count(*) from users group by nickname having count(*) > 0
select substring(nickname from 1 for 2), position('a' in nickname), overlay(nickname placing 'x' from 1), trim(both from nickname) from users order by id
select extract(epoch from now()) > level from users order by id
select v.n, nickname from (values (1), (2)) as v(n) join users on users.id = v.n order by 1
[fails] select nickname, o.nickname from (select 1 as nickname, 5 as id) o, (select 2) p, users u where false
select o.nickname from (select 1 as nickname) o, users
select lower(u.name) nickname from users u order by nickname
[fails] select nickname from adults
select e.kind, e.id from events e order by id
select kind from only events
select tableoid::regclass::text, kind from events order by 1
select sum(discount) from orders as o tablesample bernoulli(100) repeatable(1)
select sum(discount) from orders o tablesample bernoulli(?) where other = ? --? 100 | 7
select sum(discount) from orders tablesample system(100)
select j.nickname from (users u join orders o on o.user_id = u.id) as j order by j.total
select nickname from ((users u join orders o on o.user_id = u.id) left join items i on i.order_id = o.id) order by o.id, i.line
select nickname from users where tags @> array['x'] and tags && ?::text[] order by id --? {x}
select nickname from users where notes::jsonb ??| array['a'] order by id
select nickname from users where notes::jsonb ?? 'a' and id = ? order by id --? 1
select nickname from users where name = E'\'' or name = U&'\0061nn' or name = $q$it's ? nickname$q$ order by id
select /* nickname ? */ nickname -- ? level\n, id\r\n\tfrom\tusers\r\n where id = ? --? 1
select nickname, level from users u where u.id = any (array(select user_id from orders where discount = 0)) order by id
select json_agg(nickname order by id), array_agg(level order by id desc) from users
select percentile_cont(0.5) within group (order by level) from users
select grouping(nickname), nickname from users group by rollup (nickname) order by 1
select nickname from users where id in (1, 2, (select 3)) order by id
select u.nickname, f.n from users u, generate_series(1, u.level) as f(n) order by u.id
select u.nickname, f.* from users u, unnest(u.tags) with ordinality as f(tag, n) order by u.id, n
select * from users u, jsonb_to_recordset('[{"a":1}]') as j(a int) where nickname is null order by id
select * from rows from (generate_series(1, 2), generate_series(1, 3)) as r(a, b), users where id = a order by 1, 2
select level, avg(level) over (order by id rows between 1 preceding and current row) from users order by id
select nickname from users where name ~ '^a' or name !~~ 'b%' order by id
select nickname from users where not (level, id) >= (1, 2) order by id
select u1.id, u2.nickname from users u1 left join users u2 on u2.level = u1.id and u2.nickname is null order by 1, u2.id
select u.id, u.level from orders o left join users u on u.id = o.user_id order by o.id
select u.id, o.discount from users u full join orders o on o.user_id = u.id and o.discount > 1 order by 1, 2
select nickname from users u where exists (select from orders where user_id = u.id and status = 'new') order by id
select note from orders where note = (select nickname from users where id = orders.id)
select note, (select count(*) from users where nickname is null and users.id = orders.user_id) from orders order by id
select p.nickname, u.nickname from pets p join users u on u.id = p.owner order by p.id
select id from users where nickname is null union select id from orders where status = 'new' intersect select 1 except select 2 order by id
values ((select count(nickname) from users)), (3)
select 1 where not exists (select 1 from users where nickname is not null)
select nickname into temp fresh from users
create temp table fresh as select * from users
select status, $$x$$ from orders where status in ('new', 'x') order by id
select min(status collate "C") from orders
select o.*, (select u.level from users u where u.id = o.user_id) lvl from orders o order by o.id
select *, level from users order by id
select *, nickname as extra, 1 from users order by id
select users.*, orders.note from users, orders where users.id = orders.user_id order by orders.id
select orders.note, users.* from users, orders where users.id = orders.user_id order by orders.id
select * from users order by 2, 1
select * from users where id = ? --? 2
select * from users for update

-- INSERT.
insert into users (id, nickname, email) values (?, ?, ?) --? 10 | nick | n@x
insert into users (nickname) values (?) --? x
insert into users (id, nickname, email) values (default, 'x', default)
insert into users (nickname, id, email, level) values (?, ?, ?, 3), (?, ?, 'q', 4) --? n | 10 | e | m | 11
insert into users (id, nickname, age, name) values (?, ?, ('7'), lower(?)), (default, 'x', ?, null) --? 10 | n | BIG | 3
insert into users (nickname, id) values (?, default), (?, default) --? a | b
insert into users values (60, 'n', 'e', 1, null, null, 'nick', 7)
insert into users values (60, 'n', 'e', 1)
insert into users values (60, 'n', 'e', 1, null, null, 'nick', 7), (61, 'm', 'f', 2, row('a', 'b'), '{}', null, 8)
insert into users (id, name) values (?, ?) --? 10 | x
[keys] insert into users (id, name) values (?, ?) --? 10 | x
[keys] insert into users (name, nickname) values (?, ?) --? x | y
[keys id nickname] insert into users (name, nickname) values (?, ?) --? x | y
[keys id nickname] insert into users (name) values (?) --? x
[keys nickname] update users set nickname = ? where id = 1 --? z
[keys] update users set nickname = ? where id = 1 --? z
[keys] update users set name = ? where id = 1 --? z
[keys nickname] delete from users where id = 1
[keys] delete from users where nickname is null and id = 1
insert into users (name, nickname) values (?, ?) returning id, nickname --? x | y
insert into users (name, nickname) values (?, ?) returning * --? x | y
insert into users (name, nickname) values ('a', 'b') returning upper(nickname), nickname::text, (nickname), level + 1, coalesce(nickname, '') as c, tags[1]
insert into users (name, nickname) select note, 'x' from orders where discount = 0 order by id
insert into users (name, nickname) select 'x' as a, ? b from orders --? z
insert into users (name, nickname) (select note, status from orders order by id)
insert into users (name, nickname) with c as (select note, status from orders order by id) select * from c
insert into users (name, nickname) select note, 'x' from orders union all select 'p', 'q' order by 1
insert into users (name, age, nickname) select distinct 'x', 5, note from orders order by 3
insert into users (id, name) values (9, (select nickname from users where id = 1))
insert into users select a, b, c, d, e, f, g from archive
insert into users select * from archive
insert into users select id + 10, name, null, age, spot, notes, nickname, level from users order by id
insert into orders (user_id, note) select id, nickname from users order by id
[refused] insert into orders (user_id, note, status) table pets
insert into users default values
insert into users default values returning id, nickname, level
insert into users as u (id, nickname) values (1, 'z') on conflict (id) do update set name = 'dup' where u.level = 1 returning u.id, u.name
insert into users (id, nickname, name) values (1, ?, ?) on conflict (id) do update set nickname = excluded.nickname, name = excluded.name where users.nickname is null --? a | b
insert into users (id, nickname, name) values (1, 'n', 'x'), (77, 'm', 'y') on conflict (id) do update set nickname = excluded.nickname, name = excluded.name
insert into users (id, nickname, name) values (1, ?, ?), (77, ?, ?) on conflict (id) do update set nickname = excluded.nickname, name = excluded.name returning id, name --? n | x | m | y
insert into users (id, nickname, name) values (1, ?, ?), (77, ?, ?) on conflict (id) do update set nickname = excluded.nickname --? n | x | m | y
insert into users (id, nickname) values (1, ?) on conflict (id) do update set nickname = excluded.nickname returning * --? n
insert into users (id, nickname) values (1, ?) on conflict (id) do update set nickname = ? returning id --? a | b
[refused] insert into users (id, nickname) values (1, ?) on conflict (id) do update set name = 'x' returning id, nickname --? a
insert into users (id, nickname) values (1, ?) on conflict (id) do nothing returning id, nickname --? a
insert into users (id, nickname) values (1, 'a') on conflict do nothing
[refused] insert into users (id, nickname) values (1, ?) on conflict (nickname) do nothing --? x
insert into users (id, name) values (1, 'a') on conflict (id) do update set level = users.level + 1, name = coalesce(users.nickname, excluded.name)
insert into users (id, name) values (1, 'a') on conflict (id) do update set (name, level) = (excluded.name, excluded.level) where excluded.level = 1
insert into users (id, nickname) select id, status from orders on conflict (id) do update set nickname = excluded.nickname, age = 1
insert into users (id, tags) values (10, array['a', ?]), (11, '{}') --? b
insert into users (id, "order", "Title") values (10, 1, ?) --? t
insert into users (id, home) values (10, row('a', ?)) returning (home).city --? b
insert into users (id, nickname) overriding user value values (5, 'x')
insert into users (id, nickname) overriding system value values (5, 'x') returning id
[refused before 17] insert into events (id, kind) values (5, 'k'), (105, 'l') returning *
insert into items (order_id, line, year, qty) values (7, 1, extract(year from date '2020-02-02'), default)
insert into items (order_id, line, qty) values (7, 1, ?), (7, 2, default) --? 5
insert into users (id, name, nickname) values (default, 'a', ?), (12, 'b', default) --? n
insert into users (id, name, nickname) values (default, 'a', 'x'), (12, default, 'y')
insert into users (id, tags[1]) values (10, 'a')
insert into users (id, home.city) values (10, 'a')
[fails] insert into users (id, nickname) values (1, 'dup')
[fails] insert into users (nickname, nosuch) values (1, 'dup')

-- UPDATE.
update users set name = ?, nickname = ?, age = ? where id = ? --? n | x | 5 | 1
update users set nickname = ? where id = ? --? n | 1
update users set nickname = upper(name), name = 'x'
update users set nickname = 'x'
update users u set name = coalesce(u.nickname, name), nickname = coalesce(?, nickname) where u.nickname is null and level = ? or 1=1 returning u.id, name --? z | 1
update users u set name = 'q', nickname = coalesce(?, nickname) where u.id = 2 returning nickname, u.* --? z
update users set (name, nickname) = (?, ?) where id = 1 --? a | b
update users set (nickname, level) = ROW(?, ?) where id = 1 --? a | 3
update users set (nickname, name) = row(name, nickname) where id = 1
update users set (name, nickname) = (select note, status from orders where id = 1) where id = 1
update users set (nickname, level) = (select note, ? from orders where id = 1) where id = 1 --? 3
update users set name = o.note from orders o where o.user_id = users.id and o.id = 1 and o.discount = 0 and nickname is null
update users set name = o.note from orders o where o.user_id = users.id and o.id = 3 and o.discount = 0 returning users.*, o.discount
update users set name = o.note from orders o where o.user_id = users.id and o.id = 3 returning *
update orders set discount = 5 where user_id in (select id from users where nickname is null)
update orders set discount = total * ?::int where id = ? and discount < ? --? 2 | 1 | 5
update users u set nickname = v.nickname from (values (1, 'a'), (2, 'b')) as v(id, nickname) where v.id = u.id
update users u set nickname = v.nickname, name = v.nickname from (values (1, 'a'), (2, 'b')) as v(id, nickname) where v.id = u.id returning u.id, u.name
update users u set nickname = v.nickname from unnest(?::int[], ?::text[]) as v(id, nickname) where v.id = u.id --? {1,2} | {a,b}
update users u set nickname = v.nickname, age = 1 from (select 1 as id, 'x' as nickname) v where v.id = u.id
update users u set nickname = c.nickname from (with c(id, nickname) as (values (1, 'x')) select * from c) c where c.id = u.id
with v(id, nickname) as (values (1, 'x')) update users set nickname = v.nickname, age = 2 from v where v.id = users.id
update users set nickname = 'a' where id in (select user_id from orders where note = nickname)
update users set name = 'a' where id in (select user_id from orders where nickname is null)
update users set name = 'a' where id in (select x.k from (select 1 as k) x where nickname is null)
update users set name = 'a' where id in (select k from generate_series(1, 2) k where nickname is null and level = 1)
with c as (select 1 as k) update users set name = 'a' where id in (select k from c where nickname is null) and exists (select 1 from c where users.level = c.k)
update users set name = (select p.nickname from pets p where p.owner = users.id and nickname is not null limit 1)
update users set name = (select max(nickname) from pets)
update users set name = (select status || nickname from orders limit 1)
update users set name = 'u' where exists (select 1 from users where nickname is not null)
update users set name = 'u' where exists (select 1 from users x where x.nickname is not distinct from users.nickname and x.id > 2)
update users set name = 'u' where id in (select a.id from users a join users b using (nickname))
update users set name = 'u' where id in (select a.id from users a left join users b using (nickname) where a.id < 3)
update users set tags = array_append(tags, 'z') where 'x' = any (tags)
update users set tags[2] = ? where id = 1 --? q
update users set tags[1:2] = '{p,q}', name = tags[1] where id = 1
update users set home.city = 'b', spot.city = (home).city where id = 1
update users set spot.city = nickname where id < 3
update users set "order" = "order" + 1, "Title" = ? where "order" = 9 and id in (select id from users order by id limit 2) --? t
update items set year = extract(year from date '2020-02-02'), qty = qty + 1 where year is null and line = extract(day from date '2020-02-01')
update items set what = 'y' where extract(year from date '2020-02-02') = 2020 and year is null
update users set name = nickname || ' ' || level::text, level = level + 1
update users set name = case level when 1 then 'one' else nickname end, age = level where level between 1 and ? --? 3
update users set name = overlay('abc' placing nickname from 1), email = substring(email from level for level)
update users set name = trim(leading nickname from name), age = position('x' in nickname)
update users set name = f.nickname from (select id, nickname from users) f where f.id = users.id
update users as u set name = x.nickname from users x where x.id = u.id and u.nickname is null
[fails] update only users * set nickname = 'x' where id = 1
update public.users set nickname = 'x', name = public.users.nickname where public.users.level = 1
update adults set name = 'x' where id = 1
update events set kind = 'y' where id = 150 returning kind
update events set at = '2026-03-03', kind = 'y' where kind = 'x' returning id, at
update users set nickname = default, name = default where id = 1
update users set nickname = default where id = 1 returning nickname
update users set nickname = upper(nickname) where id = 1 returning nickname as nick, level lev, nickname || 'x', nickname::text
update users set name = 'x' where id = 1 returning row_to_json(users)
update users set name = 'x' where id = 1 returning to_jsonb(users.*), users, row(users.*)
update users set nickname = 'n' where id = 1 returning row_to_json(users)
update users set name = row_to_json(users)::text where id = 1
update users u set name = u::text where id = 1
[refused] update users set nickname = upper(name), name = 'x' where id = 1 returning nickname
update users set nickname = 'n' where id = 1 returning (select nickname), (select max(u.nickname) from users u), (select count(*) from pets p where p.nickname = users.nickname)
[18] update users set nickname = 'n', name = 'm' where id = 1 returning old.nickname, new.nickname, old.name, new.name
[18] update users set nickname = 'n' where id = 1 returning old.*, new.*
[18] insert into users (id, nickname) values (50, 'n') returning old.nickname, new.nickname, old.level
[18] delete from users where id = 1 returning old.level, new.level, level
[fails] update users set name = 'x' where users.nosuch = 1 and nickname is null
[refused] update users set name = nickname from pets where pets.owner = users.id
update users set nickname = 'x' from pets where pets.owner = users.id and pets.nickname = 'rex' returning users.id, pets.nickname, users.nickname

-- DELETE.
delete from users where nickname = ? --? x
delete from users where nickname is null
delete from users u using orders o where o.user_id = u.id and o.id = 1 and u.nickname is null returning u.*, o.id
delete from users using orders where orders.user_id = users.id and orders.id = 3 and status = 'new' returning *
delete from users where id in (select user_id from orders where discount = 0) and nickname is null returning *
delete from users where id = 1 returning *
delete from users where id = 1 returning id, nickname, level
delete from users where level = 1 -- all of them
delete from orders where discount > 0 or note in (select nickname from users)
delete from users using (values (1, 'n')) v(id, nickname) where v.id = users.id and users.nickname is null
with d as (delete from users where nickname is null returning id, nickname) select * from d order by id
with ins as (insert into users (name, nickname) values (?, ?) returning id) insert into orders (user_id, discount) select id, ? from ins --? a | b | 5
with up as (update users set nickname = 'x' where id = 1 returning id) select count(*), min(nickname) from up, users

-- What might be caught by the wrong scope, or told apart wrongly.
select u.id from users u where (u.nickname is null, u.level) = (select nickname is null, level from users where id = 1) order by 1
select * from orders a where a.id = (select max(x.id) from orders x where x.status = a.status) order by id
select ?, nickname from users where id = 1 --? q
select nickname like ?, level = ? from users where id = 1 --? q | 1
[14] select level level, u."level", u.LEVEL from users u order by id
select o.*, count(*) from orders o join items i on i.order_id = o.id group by o.id order by o.id
select u.id, o.id, u.name, o.note, u.level, o.status from users u join orders o on o.user_id = u.id group by u.id, o.id order by 1, 2
select id from orders where discount = 0 group by id having max(total) > 5 and min(status) = 'new' order by id
select l.s from orders o, lateral (select o.status as s) l where o.id = 1
select o.id from orders o where exists (select 1 from pets where status = 'new' and pets.id = o.id) order by 1
select id from pets where exists (select nickname from orders) order by id
select id from pets where nickname in (select nickname from users) order by id
select level, count(*) from users join pets using (level) group by level order by level
select distinct on (u.id) u.id, p.nickname from users u left join pets p on p.nickname is distinct from u.nickname order by u.id, p.id
select "U".nickname from users "U" order by "U".id
select U.nickname from users u order by U.id
select id from orders o where o.* is not null order by id
select o.id from orders o where o in (select x from orders x where x.status = 'new') order by id
insert into pets select id + 10, id, nickname, level from users order by id
insert into orders (id, discount) values (50, (select max(level) from users)) returning discount
insert into users (id, nickname) select ?, ? --? 50 | n
insert into users (id, /* x */ nickname) values (/* 1 */ 77 /* one */, 'x' /* two ? */) -- three
update users set /* a */ nickname /* b */ = /* c */ 'x' /* d */ , name = 'y' -- e\n where id = 1
update users nickname set nickname = nickname.name, name = nickname.nickname where nickname.id = 1
update users level set name = level.name || level.level where level.level = 1
update users "U" set nickname = "U".name, name = 'z' where "U".level = 1 and "U".id < 3
update users set name = (select users.nickname from pets users order by id limit 1)
update users set name = (select string_agg(n.nickname, ',') from (select nickname from users) n)
update users set level = level + 1 returning level
update users set nickname = null, level = default where id < 3 returning id, nickname, level, tags
update orders o set discount = o.total * 0.1 from users u where u.id = o.user_id and u.level = 1 and o.id = 3 returning o.id, o.discount, u.nickname
update orders set note = (select nickname from pets where pets.owner = orders.user_id and status = 'new' order by id limit 1)
update orders set note = 'a' where exists (select 1 from (values (1)) v(x) where v.x = user_id and discount = 0)
update orders set note = 'a' where (select count(*) from generate_series(1, 2) g where g > discount and status = ?) = 2 --? new
update orders set note = 'a' where array(select n + discount from (values (1), (2)) v(n) order by 1) = array[1.00, 2.00]
update orders set note = (with c as (select 1 as one) select status || one from c) where id = 1
update orders set note = 'b' where (id, discount) in (select o.id, o.discount from orders o where o.status = orders.status)
update users set name = 'x' where ctid = (select min(ctid) from users) and nickname is null
delete from users where id in (select id from users where nickname is null order by level, id limit 1) returning id
delete from orders o using users u where u.id = o.user_id and u.nickname is null and o.discount = 0
insert into users (id, name, nickname) values (1, 'q', 'n') on conflict (id) do update set name = excluded.name where excluded.nickname is distinct from users.nickname returning id, (xmax = 0) as inserted
insert into users (id, name) values (1, 'q') on conflict (id) do update set name = (select p.nickname from pets p order by id limit 1)
insert into users (id, level) values (1, 5) on conflict (id) do update set level = excluded.level + users.level, name = excluded.level::text
with t as (insert into users (id, nickname) values (60, 'q') returning nickname, level) select * from t
with t as (update orders set discount = 3 where id = 1 returning *) select id, discount, status from t
with gone as (delete from items where qty = 1 returning *), kept as (insert into items (order_id, line, qty) select order_id + 100, line, qty from gone returning order_id) select count(*) from kept
[refused] select kind, tableoid::regclass::text, * from events order by id
select tableoid::regclass::text, * from events order by id
select e.* from events e join orders o on o.id = e.id where o.status = 'new'
[keys] insert into users (name, nickname) values ('a', 'b');
insert into users (id, nickname) values (70, 'x'); select nickname, level from users where id = 1
select nickname from users where id = 1; select status from orders where id = 1
[15] merge into users u using pets p on u.id = p.owner and p.id <> 2 when matched then update set nickname = p.nickname, name = p.nickname
[15] merge into users u using pets p on u.id = p.owner and p.id <> 2 when matched then update set level = u.level + ? --? 2
[15] merge into users u using pets p on u.id = p.id + 2 when matched and u.level = 1 then delete when not matched then insert (id, nickname, level, name) values (p.id + 200, p.nickname, default, ?) --? new
[15] merge into users u using (values (300, 'x')) s(k, v) on u.id = s.k when not matched then insert values (k, v, v, k, null, null, v, 2)
[15] merge into orders o using users u on u.id = o.user_id and u.level = 1 when matched and o.discount = 0 and o.status = 'new' then update set total = o.discount + u.level, note = null
[15] merge into orders o using users u on u.id = o.user_id and u.level = 1 when matched and o.discount = 0 and o.status = 'new' then update set total = o.discount + u.level, status = u.nickname
[15] merge into items i using orders o on o.id = i.order_id when matched and i.qty = 1 then update set what = (select max(nickname) from users where level = qty), qty = 2
[15] merge into events e using pets p on e.id = p.id when matched then update set kind = p.nickname when not matched and p.nickname is not null then insert (id, kind) values (p.id, 'y')
[15] merge into pets p using users u on u.id = p.id when matched then update set nickname = u.nickname, level = u.level when not matched then insert (id, nickname) values (u.id + 500, u."Title")
[17] merge into users u using pets p on u.id = p.id + 2 when matched then delete when not matched by source and "order" = 9 then update set name = 'gone' returning u.id, u.nickname, merge_action()
[17] merge into orders o using pets p on o.id = p.id when matched then update set discount = p.id, note = 'x' when not matched then do nothing returning *
[18] merge into orders o using pets p on o.id = p.id when matched and p.id = 1 then delete when matched then update set discount = 3 returning old.discount, new.discount, discount
[17] insert into users (name, nickname, level) values ('a', 'x', 3), (?, ?, default) returning id, nickname, level, "order" --? b | y
[17] insert into users (nickname, name) select p.nickname, u.name from pets p join users u on u.id = p.owner order by p.id returning *
[17] [keys] insert into users (name, nickname) values ('a', 'b'), ('c', 'd')
[17] with n as (insert into orders (user_id, discount) select id, level from users where level = 1 returning id, discount) select sum(discount) from n
[17] insert into events (id, at, kind) values (5, '2026-03-03', 'k'), (105, null, default) returning kind, id
