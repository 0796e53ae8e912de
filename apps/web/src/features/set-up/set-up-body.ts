import type { OpeningHours, SetUpBody } from '@accord/domain/rest/set-up'
import { WEEKDAYS, type SetUpDraft } from './set-up-draft.js'

/** What the wizard's pages come to. */
export function setUpBody(token: string, draft: SetUpDraft, password: string): SetUpBody {
  const { name, email, practises, clinic, word, disciplines, language, timeZone } = draft
  return {
    token,
    administrator: { name: name.trim(), email: email.trim(), password, practises },
    clinic: {
      name: clinic.trim(),
      timeZone,
      language,
      wordForClient: word,
      disciplines: [...disciplines],
      hours: hoursOf(draft),
    },
  }
}

function hoursOf({ hours }: SetUpDraft): OpeningHours[] {
  return WEEKDAYS.flatMap((weekday, index) => {
    const { isOpen, from, to } = hours[weekday]
    return isOpen ? [{ day: index + 1, from, to: to.padStart(5, '0') }] : []
  })
}
