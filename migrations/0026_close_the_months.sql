-- Packed counts of a region's month, added up from its outlets as their days end. Stands in the hub.
CREATE TABLE kpi_region_months (
  month          TEXT NOT NULL,
  region_id      TEXT NOT NULL,             -- a region's id, or 'network'
  counts         TEXT NOT NULL CHECK (json_valid(counts)),
  closed_through TEXT NOT NULL,             -- the last local day that has ended at all of its outlets
  PRIMARY KEY (month, region_id)
) STRICT, WITHOUT ROWID;
