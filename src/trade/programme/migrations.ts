import type { Migration } from '#store'
import { ALIAS_MIGRATIONS } from './alias-store.ts'

export const PROGRAMME_MIGRATIONS: readonly Migration[] = [
  {
    id: 'programme-1',
    sql: `
-- A title as one organisation's sources give it. Facts carry its id, which never changes hands:
-- that two titles are one film is said beside it, not by rewriting facts.
create table film (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  title text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, title)
);
-- Where facts come from: a till's export, our own sales, the sample circuit.
create table source (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  kind text not null check (kind in ('file', 'sales', 'sample')),
  name text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, kind, name)
);`,
  },
  {
    id: 'programme-2',
    sql: `
alter table film
  add column original_title text not null default '',
  add column runtime_minutes integer check (runtime_minutes between 1 and 1440),
  add column rating text not null default '',
  add column synopsis text not null default '',
  -- Codes of authorities and standards by scheme, kept as they were given.
  add column official_codes json not null default '{}';
create table distributor (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  name text not null,
  unique (organisation_id, name)
);
-- One version of a film as it is shown: 2D or IMAX, dubbed or subtitled.
create table release (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  film_id integer not null references film on delete cascade,
  format text not null,
  language text not null,
  subtitles text[] not null default '{}',
  distributor_id integer references distributor,
  opens_on date,
  official_codes json not null default '{}',
  unique (film_id, format, language, subtitles)
);
-- What a screening costs: a card, of which every version stays as it was.
create table price_card (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unique (organisation_id, name)
);
create table tariff (
  id integer generated always as identity primary key,
  price_card_id integer not null references price_card on delete cascade,
  version integer not null check (version > 0),
  in_force_from timestamptz not null,
  tax_name text not null,
  tax_basis_points integer not null check (tax_basis_points between 0 and 10000),
  -- The first that fits prices a seat; without any the card has ended.
  lines json not null,
  made_at timestamptz not null default now(),
  unique (price_card_id, version)
);
create function tariff_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a tariff never changes; make the next version';
end $$;
create trigger tariff_stays before update on tariff
  for each row execute function tariff_stays();
create table screening (
  id bigint generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  cinema_id integer not null references cinema on delete cascade,
  auditorium_id integer not null references auditorium on delete cascade,
  -- The plan it is sold on; that of the day it went on sale.
  seat_plan_id integer not null references seat_plan,
  film_id integer not null references film,
  release_id integer not null references release,
  price_card_id integer not null references price_card,
  starts_at timestamptz not null,
  trailers_minutes integer not null check (trailers_minutes between 0 and 120),
  feature_minutes integer not null check (feature_minutes between 1 and 1440),
  cleaning_minutes integer not null check (cleaning_minutes between 0 and 240),
  -- From the start to the end of cleaning.
  occupies tstzrange not null check (lower(occupies) = starts_at),
  trading_day date not null,
  status text not null default 'planned' check (status in ('planned', 'on_sale', 'cancelled')),
  cancel_reason text,
  created_at timestamptz not null default now(),
  -- As a range of one, since an integer alone would need an extension.
  constraint screening_overlap exclude using gist (
    int4range(auditorium_id, auditorium_id, '[]') with &&, occupies with &&
  ) where (status <> 'cancelled')
);
create index screening_of_cinema on screening (cinema_id, trading_day);`,
  },
  {
    id: 'programme-3',
    sql: `
-- A version stays for as long as its card does: what was sold on it names it.
create function tariff_is_kept() returns trigger language plpgsql as $$
begin
  if exists (select from price_card where id = old.price_card_id) then
    raise exception 'a tariff is never taken away; make the next version';
  end if;
  return old;
end $$;
create trigger tariff_is_kept before delete on tariff
  for each row execute function tariff_is_kept();
-- Amounts of every version are in the currency of the card.
create function price_card_currency_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a price card keeps its currency; make another card';
end $$;
create trigger price_card_currency_stays before update of currency on price_card
  for each row when (old.currency is distinct from new.currency)
  execute function price_card_currency_stays();`,
  },
  {
    id: 'programme-4',
    sql: `
alter table film
  -- A source's own code or year, where one title may be two films.
  add column told_apart text not null default '',
  -- What sources say of it, for telling films apart and finding the same one elsewhere.
  add column year integer,
  add column opens_on date,
  add column distributor text not null default '',
  -- Known from somebody's figures only: not one we play.
  add column reported boolean not null default false,
  add constraint film_organisation_id_title_told_apart_key
    unique (organisation_id, title, told_apart);
alter table film drop constraint film_organisation_id_title_key;`,
  },
  ...ALIAS_MIGRATIONS,
]
