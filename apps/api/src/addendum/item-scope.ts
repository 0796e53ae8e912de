/** Of an addendum `a`, what the rule has to know of its item besides whose it is: `isBetween` and `shown`. (AD2) */
export const SCOPE_OF_ITEM = `
a.kind = 'moment' AND NOT EXISTS (SELECT 1 FROM log l WHERE l.log_id = a.item_id AND l.audience = 'plan') AS "isBetween",
(SELECT json_build_object('shownTo', h.shown_to, 'hasTalked', EXISTS (
    SELECT 1 FROM session mine JOIN session later ON later.case_id = mine.case_id
    WHERE mine.session_id = h.session_id AND later.scheduled_for > mine.scheduled_for
      AND later.state IN ('ended', 'noted', 'signed')))
  FROM check_in h WHERE h.session_id = a.item_id AND h.person_id = a.client_id) AS shown`
