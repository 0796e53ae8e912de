/** Where an administrator begins: every part that a definition can have. The item names are invented. */
export const SCORING_EXAMPLE = `{
  "items": ["1", "2", "3"],
  "itemRange": { "min": 0, "max": 4 },
  "method": "sum",
  "reversed": [],
  "subscales": [],
  "mostMissing": 0,
  "bands": [{ "from": 0, "to": 12, "code": "any" }],
  "direction": "lower-is-better"
}`
