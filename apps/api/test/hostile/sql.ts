/** Forty ways in which words become SQL where they are put into it: strings, numbers, orders, comments, other encodings. */
export const SQL: readonly string[] = [
  ...["'", "''", '"', '`', '\\', "\\'", '%27', '%2527', '\u02bc', '\uff07'],
  ...["' OR '1'='1", "' OR 1=1--", "' OR 1=1#", "') OR ('1'='1", "1' AND '1'='2", '1 OR 1=1', '1) OR (1=1'],
  ...[
    "'; DROP TABLE person; --",
    '1; DELETE FROM entry; --',
    "'; UPDATE person SET name='x'; --",
    '1; SELECT pg_sleep(9)',
  ],
  ...[
    "' UNION SELECT password_hash FROM person--",
    '1 UNION ALL SELECT null,null,null',
    "' UNION SELECT version()--",
  ],
  ...[
    '(SELECT pg_sleep(9))',
    "'||(SELECT current_user)||'",
    '1 AND (SELECT count(*) FROM person)>0',
    '(CASE WHEN 1=1 THEN 1 ELSE 1/0 END)',
  ],
  ...[
    'name;--',
    'name DESC, (SELECT 1)',
    'at) DESC --',
    '1 ORDER BY 99',
    '1 LIMIT 1 OFFSET 0',
    'asc, pg_sleep(9)',
  ],
  ...['$1', '$$a$$', '/**/OR/**/1=1', "E'\\x27'", 'null', '-1e309'],
]
