select 1
select now(), current_date, current_timestamp(3), localtime, session_user
select a.id, b.name from a join b on b.a_id = a.id where a.created > now() - interval '3 days'
select * from a where id in (?, ?, ?) and (name like ? or name ilike ?) and not deleted
select * from a where (x, y) in ((1, 2), (3, 4)) and z = any (array[1, 2, 3])
select * from a where x between symmetric 1 and 2 and y not between 3 and 4
select * from a where x is not null and y is distinct from z and w is not distinct from 1 and v is true and u is not unknown
select * from a where name similar to '(x|y)%' escape '!' and name ~* '^x' and name !~ 'y$'
select * from a where tsv @@ to_tsquery('english', 'x & y')
select * from a where point(1, 2) <@ box '((0,0),(3,3))'
select * from a where data ->> 'k' = 'v' and data #>> '{a,b}' = 'c' and data @> '{"a": 1}'::jsonb
select data['a']['b'], arr[1], arr[2:3], arr[:2], (rec).field, (f(x)).y from a
select a.*, b.* from a, b
select public.a.* from public.a
select count(*), count(distinct x), sum(x) filter (where y > 0), array_agg(x order by y desc nulls last) from a
select x, sum(y) over (partition by x order by z rows between unbounded preceding and current row exclude ties) from a
select x, rank() over w, lag(x, 1, 0) over (w rows 2 preceding) from a window w as (partition by y), v as (order by z)
select x from a group by x having count(*) > 1 order by count(*) desc, x asc nulls first limit 10 offset 20
select x, y from a group by cube (x, y), grouping sets ((x), (y), ())
select x from a order by x fetch first 5 rows with ties
select x from a order by x offset 5 rows fetch next row only
select distinct on (x, y) x, y, z from a order by x, y, z desc
select all x from a
select from a
select x as "X y", y as select_, z "Z" from a
select case x when 1 then 'a' when 2 then 'b' else 'c' end, case when y then 1 end from a
select cast(x as numeric(10, 2)), x::varchar(3)[], 'a'::text, date '2026-01-01', interval '1' year, timestamp with time zone '2026-01-01 00:00+00' from a
select extract(year from d), date_part('month', d), d at time zone 'utc', d + '1 day', (d1, d2) overlaps (d3, d4) from a
select trim(x), trim(leading 'a' from x), substring(x from 2 for 3), substring(x, 2), overlay(x placing 'y' from 2), position('a' in x) from a
select coalesce(x, y, 0), nullif(x, 0), greatest(x, y), least(x, y) from a
select row(1, 2), (1, 2), row(x, y) = (1, 2), array[1, 2], array[[1], [2]], array(select 1) from a
select x from a union select y from b union all select z from c
select x from a intersect select y from b except all select z from c order by 1 limit 1
(select x from a order by y limit 1) union all (select x from b order by y limit 1) order by x
(select 1 from a)
((select 1 from a) union (select 2 from b))
select * from (select 1 as x) s
select * from (select x from a union select y from b) s(z) where z > 1
select * from (values (1, 'a'), (2, 'b')) as v(id, name) join a on a.id = v.id
values (1, 2), (3, 4)
values (1), ((select max(x) from a)) order by 1
table a
select * from a cross join b
select * from a natural join b
select * from a natural left outer join b
select * from a join b using (x, y)
select * from a join b using (x) as j
select * from a left join b on a.x = b.x right join c on c.y = b.y full outer join d on true
select * from a join (b join c on b.x = c.x) on a.x = b.x
select * from (a join b on a.x = b.x) join c on c.x = a.x
select * from a, lateral (select * from b where b.x = a.x limit 1) s
select * from a left join lateral unnest(a.arr) with ordinality as t(e, n) on true
select * from generate_series(1, 10) g
select * from generate_series(1, 10) as g(n) join a on a.id = g.n
select * from rows from (generate_series(1, 2), unnest(array['a', 'b'])) as r(n, s)
select * from json_to_recordset('[{"a":1}]') as r(a int, b text)
select * from jsonb_each('{"a":1}'::jsonb) e, a where a.k = e.key
select * from a tablesample bernoulli (10)
select * from a as s tablesample system (5) repeatable (42) where s.x > 1
select * from only a
select * from only a x, b * y
select * from s.a x join s2.b y on x.i = y.i
select * from "A" join "b c"."D" on true
select * from a x(p, q) where p = 1
select x from a where exists (select 1 from b where b.y = a.y) and not exists (select * from c)
select x from a where y = (select max(y) from b) and z > all (select z from c) and w <> some (select w from d)
select x from a where y in (select y from b where z in (select z from c))
select (select count(*) from b where b.a_id = a.id) as n, (select d.name from d limit 1) from a
select x from a order by (select y from b where b.id = a.id)
select x from a where id = 1 for update
select x from a, b for update of a nowait
select x from a for share skip locked
select x from a for no key update of a for key share of a
with c as (select 1) select * from c
with c(x, y) as (select x, y from a), d as (select * from c) select * from d join b on b.x = d.x
with c as materialized (select * from a) select * from c
with c as not materialized (select * from a) select * from c, b
with recursive t(n) as (values (1) union all select n + 1 from t where n < 10) select * from t
with recursive t as (select id, parent from a where parent is null union select a.id, a.parent from a join t on a.parent = t.id) select * from t
with recursive t as (select id from a union all select a.id from a, t) search breadth first by id set o select * from t order by o
with recursive t as (select id, parent from a union all select a.id, a.parent from a, t) cycle id set c using p select * from t
with a as (select * from a) select * from a
select * from (with c as (select * from a) select * from c) s join b on true
select x into temp t from a
select pg_sleep(1)
select nextval('s'), currval('s'::regclass)
select 'it''s', E'\n', U&'\0061', $$it's$$, $q$ $$ $q$, B'101', X'1F', 1e10, .5, 0x1F
select -x, +y, x + y - z * 2 / 3 % 4 ^ 2, x || y, not a and b or c, x & y | z # w, ~x, x << 1 >> 2, @ x, |/ 4 from a
select x operator(pg_catalog.+) y from a
select x collate "C" from a order by y collate "de_DE" desc
select xmlelement(name foo, xmlattributes(x as bar), y) from a
select * from xmltable('/r' passing x columns a int path '@a', b text) as t
select json_object('a' value x), json_array(1, 2), json_agg(x) from a
select array_agg(x) from a where y is json object
select string_agg(name, ',' order by name) from a group by ()
select mode() within group (order by x) from a
select * from a where current_date = d and user = owner
select x as year, y as month, z as level from a
select count(*) from a where x = 'select * from b'
select /* from b */ x -- from c
select 1 as from_, a.limit_ from a
insert into a values (1, 'x')
insert into a (x, y) values (1, 2), (3, default)
insert into a (x) values (?) returning id
insert into a (x, y) select x, y from b where z > 0
insert into a (x) (select x from b)
insert into a select * from b
insert into a default values
insert into s.a as t (x) values (1) on conflict (x) do nothing
insert into a (x, y) values (1, 2) on conflict (x) where y > 0 do update set y = excluded.y, z = a.z + 1 where a.y <> excluded.y returning *
insert into a (x) values (1) on conflict on constraint a_pk do update set (y, z) = (1, 2)
insert into a (x) values ((select max(x) from b)), (nextval('s'))
insert into a (x) overriding system value values (1)
insert into a (arr[1], rec.f) values (1, 2)
insert into a (x) table b
insert into a (x) values (1) on conflict (lower(x)) do update set x = (select y from c)
with c as (select * from b) insert into a select * from c
insert into a with c as (select * from b) select * from c
insert into a (x) select 1 where not exists (select 1 from a where x = 1)
insert into a (x, y) values (1, array[1, 2]), (2, '{}'::int[])
insert into a (j) values ('{"a": [1, 2]}'::jsonb || jsonb_build_object('b', ?))
update a set x = 1
update a set x = x + 1, y = default, z = null where id = ?
update a set x = (select max(y) from b where b.id = a.id) where exists (select 1 from c)
update a as t set x = b.x from b where b.id = t.id
update a set x = b.x from b join c on c.id = b.id where c.y = a.y returning a.*, b.x
update a set (x, y) = (1, 2), z = 3
update a set (x, y) = row (1, 2)
update a set (x, y) = (select x, y from b where b.id = a.id)
update only a set x = 1
update a set arr[1] = 2, rec.f = 3, arr2[1:2] = '{1,2}'
update a set x = case when y > 0 then 1 else 2 end where z in (1, 2)
update a set x = 1 where current of c
update a set data = jsonb_set(data, '{a}', '1') where data ->> 'b' = ?
update a set x = v.x from (values (1, 2), (3, 4)) as v(id, x) where v.id = a.id
update a set x = u.x from unnest(?::int[], ?::text[]) as u(id, x) where u.id = a.id
with c as (select id from b for update) update a set x = 1 from c where c.id = a.id
update a set x = 1 where id = (select id from a order by id limit 1 for update skip locked) returning *
delete from a
delete from a where x = ? and y < now()
delete from only a
delete from a using b, c where a.id = b.id and b.id = c.id
delete from a t using b where t.id = b.id returning t.*
delete from a where id in (select id from b)
delete from a where current of c
with d as (delete from a where x < 1 returning *) insert into b select * from d
with d as (delete from a returning id), u as (update b set x = 1 returning id) select * from d union select * from u
with old as (select id from a where x < 1) delete from a using old where old.id = a.id
merge into a using b on a.id = b.id when matched then update set x = b.x when not matched then insert (id, x) values (b.id, b.x)
merge into a as t using (select * from b) s on t.id = s.id when matched and s.x is null then delete when not matched then do nothing
explain select * from a
explain (analyze, buffers, format json) select * from a join b on true
explain analyze update a set x = 1
prepare p (int, text) as select * from a where x = $1 and y = $2
declare c cursor for select * from a
declare c scroll cursor with hold for select * from a order by x
create table t as select * from a
create temp table t on commit drop as select x from a
create table if not exists t (x, y) as select x, y from a with no data
create unlogged table t as table a
SELECT u.id, u.nickname FROM users u WHERE u.id = ?
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
with recursive t(n) as (select 1 union all select n + 1 from t where n < 2) search depth first by n set o select t.n, nickname from t, users order by 1, id
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
select max(level) from users where age between ? and ? limit ? offset ?
select u.nickname from users as u(a, b, c, d, e, f, nickname, level) order by u.a
select u.x from users as u(a, b, c, d, e, f, x) order by u.a
select nickname::text, cast(nickname as text) from users u where u.name like ? escape '!'
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
select nickname, o.nickname from (select 1 as nickname, 5 as id) o, (select 2) p, users u where false
select o.nickname from (select 1 as nickname) o, users
select lower(u.name) nickname from users u order by nickname
select nickname from adults
select e.kind, e.id from events e order by id
select kind from only events
select tableoid::regclass::text, kind from events order by 1
select sum(discount) from orders as o tablesample bernoulli(100) repeatable(1)
select sum(discount) from orders o tablesample bernoulli(?) where other = ?
select sum(discount) from orders tablesample system(100)
select j.nickname from (users u join orders o on o.user_id = u.id) as j order by j.total
select nickname from ((users u join orders o on o.user_id = u.id) left join items i on i.order_id = o.id) order by o.id, i.line
select nickname from users where tags @> array['x'] and tags && ?::text[] order by id
select nickname from users where notes::jsonb ??| array['a'] order by id
select nickname from users where notes::jsonb ?? 'a' and id = ? order by id
select nickname from users where name = E'\'' or name = U&'\0061nn' or name = $q$it's ? nickname$q$ order by id
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
select * from users where id = ?
select * from users for update
insert into users (id, nickname, email) values (?, ?, ?)
insert into users (nickname) values (?)
insert into users (id, nickname, email) values (default, 'x', default)
insert into users (nickname, id, email, level) values (?, ?, ?, 3), (?, ?, 'q', 4)
insert into users (id, nickname, age, name) values (?, ?, ('7'), lower(?)), (default, 'x', ?, null)
insert into users (nickname, id) values (?, default), (?, default)
insert into users values (60, 'n', 'e', 1, null, null, 'nick', 7)
insert into users values (60, 'n', 'e', 1)
insert into users values (60, 'n', 'e', 1, null, null, 'nick', 7), (61, 'm', 'f', 2, row('a', 'b'), '{}', null, 8)
insert into users (id, name) values (?, ?)
insert into users (name, nickname) values (?, ?)
insert into users (name) values (?)
update users set nickname = ? where id = 1
update users set name = ? where id = 1
delete from users where id = 1
delete from users where nickname is null and id = 1
insert into users (name, nickname) values (?, ?) returning id, nickname
insert into users (name, nickname) values (?, ?) returning *
insert into users (name, nickname) values ('a', 'b') returning upper(nickname), nickname::text, (nickname), level + 1, coalesce(nickname, '') as c, tags[1]
insert into users (name, nickname) select note, 'x' from orders where discount = 0 order by id
insert into users (name, nickname) select 'x' as a, ? b from orders
insert into users (name, nickname) (select note, status from orders order by id)
insert into users (name, nickname) with c as (select note, status from orders order by id) select * from c
insert into users (name, nickname) select note, 'x' from orders union all select 'p', 'q' order by 1
insert into users (name, age, nickname) select distinct 'x', 5, note from orders order by 3
insert into users (id, name) values (9, (select nickname from users where id = 1))
insert into users select a, b, c, d, e, f, g from archive
insert into users select * from archive
insert into users select id + 10, name, null, age, spot, notes, nickname, level from users order by id
insert into orders (user_id, note) select id, nickname from users order by id
insert into orders (user_id, note, status) table pets
insert into users default values
insert into users default values returning id, nickname, level
insert into users as u (id, nickname) values (1, 'z') on conflict (id) do update set name = 'dup' where u.level = 1 returning u.id, u.name
insert into users (id, nickname, name) values (1, ?, ?) on conflict (id) do update set nickname = excluded.nickname, name = excluded.name where users.nickname is null
insert into users (id, nickname, name) values (1, 'n', 'x'), (77, 'm', 'y') on conflict (id) do update set nickname = excluded.nickname, name = excluded.name
insert into users (id, nickname, name) values (1, ?, ?), (77, ?, ?) on conflict (id) do update set nickname = excluded.nickname, name = excluded.name returning id, name
insert into users (id, nickname, name) values (1, ?, ?), (77, ?, ?) on conflict (id) do update set nickname = excluded.nickname
insert into users (id, nickname) values (1, ?) on conflict (id) do update set nickname = excluded.nickname returning *
insert into users (id, nickname) values (1, ?) on conflict (id) do update set nickname = ? returning id
insert into users (id, nickname) values (1, ?) on conflict (id) do update set name = 'x' returning id, nickname
insert into users (id, nickname) values (1, ?) on conflict (id) do nothing returning id, nickname
insert into users (id, nickname) values (1, 'a') on conflict do nothing
insert into users (id, nickname) values (1, ?) on conflict (nickname) do nothing
insert into users (id, name) values (1, 'a') on conflict (id) do update set level = users.level + 1, name = coalesce(users.nickname, excluded.name)
insert into users (id, name) values (1, 'a') on conflict (id) do update set (name, level) = (excluded.name, excluded.level) where excluded.level = 1
insert into users (id, nickname) select id, status from orders on conflict (id) do update set nickname = excluded.nickname, age = 1
insert into users (id, tags) values (10, array['a', ?]), (11, '{}')
insert into users (id, "order", "Title") values (10, 1, ?)
insert into users (id, home) values (10, row('a', ?)) returning (home).city
insert into users (id, nickname) overriding user value values (5, 'x')
insert into users (id, nickname) overriding system value values (5, 'x') returning id
insert into events (id, kind) values (5, 'k'), (105, 'l') returning *
insert into items (order_id, line, year, qty) values (7, 1, extract(year from date '2020-02-02'), default)
insert into items (order_id, line, qty) values (7, 1, ?), (7, 2, default)
insert into users (id, name, nickname) values (default, 'a', ?), (12, 'b', default)
insert into users (id, name, nickname) values (default, 'a', 'x'), (12, default, 'y')
insert into users (id, tags[1]) values (10, 'a')
insert into users (id, home.city) values (10, 'a')
insert into users (id, nickname) values (1, 'dup')
update users set name = ?, nickname = ?, age = ? where id = ?
update users set nickname = ? where id = ?
update users set nickname = upper(name), name = 'x'
update users set nickname = 'x'
update users u set name = coalesce(u.nickname, name), nickname = coalesce(?, nickname) where u.nickname is null and level = ? or 1=1 returning u.id, name
update users u set name = 'q', nickname = coalesce(?, nickname) where u.id = 2 returning nickname, u.*
update users set (name, nickname) = (?, ?) where id = 1
update users set (nickname, level) = ROW(?, ?) where id = 1
update users set (nickname, name) = row(name, nickname) where id = 1
update users set (name, nickname) = (select note, status from orders where id = 1) where id = 1
update users set (nickname, level) = (select note, ? from orders where id = 1) where id = 1
update users set name = o.note from orders o where o.user_id = users.id and o.id = 1 and o.discount = 0 and nickname is null
update users set name = o.note from orders o where o.user_id = users.id and o.id = 3 and o.discount = 0 returning users.*, o.discount
update users set name = o.note from orders o where o.user_id = users.id and o.id = 3 returning *
update orders set discount = 5 where user_id in (select id from users where nickname is null)
update orders set discount = total * ?::int where id = ? and discount < ?
update users u set nickname = v.nickname from (values (1, 'a'), (2, 'b')) as v(id, nickname) where v.id = u.id
update users u set nickname = v.nickname, name = v.nickname from (values (1, 'a'), (2, 'b')) as v(id, nickname) where v.id = u.id returning u.id, u.name
update users u set nickname = v.nickname from unnest(?::int[], ?::text[]) as v(id, nickname) where v.id = u.id
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
update users set tags[2] = ? where id = 1
update users set tags[1:2] = '{p,q}', name = tags[1] where id = 1
update users set home.city = 'b', spot.city = (home).city where id = 1
update users set spot.city = nickname where id < 3
update users set "order" = "order" + 1, "Title" = ? where "order" = 9 and id in (select id from users order by id limit 2)
update items set year = extract(year from date '2020-02-02'), qty = qty + 1 where year is null and line = extract(day from date '2020-02-01')
update items set what = 'y' where extract(year from date '2020-02-02') = 2020 and year is null
update users set name = nickname || ' ' || level::text, level = level + 1
update users set name = case level when 1 then 'one' else nickname end, age = level where level between 1 and ?
update users set name = overlay('abc' placing nickname from 1), email = substring(email from level for level)
update users set name = trim(leading nickname from name), age = position('x' in nickname)
update users set name = f.nickname from (select id, nickname from users) f where f.id = users.id
update users as u set name = x.nickname from users x where x.id = u.id and u.nickname is null
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
update users set nickname = upper(name), name = 'x' where id = 1 returning nickname
update users set nickname = 'n' where id = 1 returning (select nickname), (select max(u.nickname) from users u), (select count(*) from pets p where p.nickname = users.nickname)
update users set nickname = 'n', name = 'm' where id = 1 returning old.nickname, new.nickname, old.name, new.name
update users set nickname = 'n' where id = 1 returning old.*, new.*
insert into users (id, nickname) values (50, 'n') returning old.nickname, new.nickname, old.level
delete from users where id = 1 returning old.level, new.level, level
update users set name = nickname from pets where pets.owner = users.id
update users set nickname = 'x' from pets where pets.owner = users.id and pets.nickname = 'rex' returning users.id, pets.nickname, users.nickname
delete from users where nickname = ?
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
with ins as (insert into users (name, nickname) values (?, ?) returning id) insert into orders (user_id, discount) select id, ? from ins
with up as (update users set nickname = 'x' where id = 1 returning id) select count(*), min(nickname) from up, users
