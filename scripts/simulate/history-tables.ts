/** Columns of what is written. */
export const HISTORY_TABLES = {
  events: 'subject version type happened_at recorded_at actor data',
  repairs:
    'code version status home_outlet at_outlet zone country_code state digits_hash phone_hash due_at updated_at stage shelf assigned_to came_in_at',
  repairs_private: 'code contact device words consent',
  repair_names: 'home_outlet name code',
  device_ids: 'id_hash code received_at',
  repeats: 'code version status outlet_code by_outlet came_back_at todo_at state',
  parcels: 'tracking code',
  links: 'token_hash code purpose ask_version created_at',
  bookings: 'code version outlet_code starts_at status state due_at updated_at',
  queues: 'outlet_code service_date last_number',
  slots: 'outlet_code starts_at seats seats_taken benches benches_taken',
  surveys:
    'id version status outlet_code repair_code zone country_code locale state due_at received_at updated_at answered_at desk_due_at',
  survey_wanted: 'due_at id kind',
  complaints:
    'code version status outlet_code repair_code zone country_code locale state contact_hash due_at received_at updated_at listed_at',
  feedback:
    'code version status outlet_code repair_code zone country_code locale state contact_hash due_at received_at updated_at todo_at',
  voices_private: 'code contact words consent',
  voice_links: 'token_hash subject created_at',
  boards: 'outlet_code revision',
  kpi_days: 'outlet_code service_date counts',
  kpi_months: 'outlet_code month counts',
} as const
export type Table = keyof typeof HISTORY_TABLES

/** Values in the order of the table's columns. */
export type Row = readonly (string | number | null)[]
