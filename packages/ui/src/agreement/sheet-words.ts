import type { Messages } from '../messages/compiled/messages.js'
import type { Format } from '../messages/format.js'
import type { Translate } from '../messages/translate.js'
import { type AgreementParty, othersNamed, type Standing, viewerOf } from './agreement-party.js'

interface SheetFacts {
  readonly standing: Standing
  readonly parties: readonly AgreementParty[]
  readonly agreedDay: string | undefined
}

interface SheetWords {
  readonly title: string
  readonly sub: string
}

/** What the portal's sheet says, by how the agreement stands and whose half is closed. */
export function sheetWords(t: Translate<Messages>, format: Format, facts: SheetFacts): SheetWords {
  const { standing, parties, agreedDay } = facts
  const name = othersNamed(parties, format)
  if (standing === 'no-words')
    return { title: t('agreement.sheet.noWords'), sub: t('agreement.sheet.noWordsSub') }
  if (standing === 'agreed') {
    const count = parties.length
    return { title: t('agreement.sheet.agreed', { count }), sub: t('agreement.sheet.agreedSub', { count }) }
  }
  if (viewerOf(parties)?.state === 'on') {
    return { title: t('agreement.sheet.waiting'), sub: t('agreement.sheet.waitingSub', { name }) }
  }
  if (standing === 'lapsed') {
    const sub =
      agreedDay === undefined
        ? t('agreement.sheet.openSub')
        : t('agreement.sheet.lapsedSub', { day: agreedDay })
    return { title: t('agreement.sheet.lapsed'), sub }
  }
  const theirs = parties.filter((party) => !party.isViewer && party.state === 'on')
  if (theirs.length > 0) {
    const agreed = format.list(theirs.map((party) => party.name))
    return { title: t('agreement.sheet.theirHalf', { name: agreed }), sub: t('agreement.sheet.theirHalfSub') }
  }
  return { title: t('agreement.sheet.open'), sub: t('agreement.sheet.openSub') }
}

/** The words round a big seal: who, and since when. `names` may be full names. */
export function ringWords(
  t: Translate<Messages>,
  format: Format,
  agreement: { readonly names: readonly string[]; readonly agreedAt: Date | null; readonly now: Date },
): string {
  const { agreedAt, now } = agreement
  const names = agreement.names.join(' & ')
  if (agreedAt === null) return t('agreement.ring.open', { names, day: format.day(now, now) })
  return t('agreement.ring.agreed', { names, day: format.day(agreedAt, now), time: format.time(agreedAt) })
}
