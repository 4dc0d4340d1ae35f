-- What outlets are compared by, packed as their month is closed. Stands in the hub.
CREATE TABLE kpi_below (
  month   TEXT NOT NULL,
  place   TEXT NOT NULL,                    -- 'region/cn/cn-zhejiang/0', 'partner/<id>/0': a hundred outlets each
  outlets TEXT NOT NULL CHECK (json_valid(outlets)), -- [[code, name_en, name_zh, counts], …]
  PRIMARY KEY (month, place)
) STRICT, WITHOUT ROWID;
