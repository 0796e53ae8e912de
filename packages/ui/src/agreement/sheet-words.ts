import type { Messages } from '../messages/compiled/messages.js'
import type { Format } from '../messages/format.js'
import type { Translate } from '../messages/translate.js'
import { type AgreementParty, type Standing, viewerOf } from './agreement-party.js'

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
  if (standing === 'no-words')
    return {
      title: t('agreement.sheet.noWords'),
      sub: t('agreement.sheet.noWordsSub', { count: parties.length }),
    }
  if (standing === 'agreed') {
    const count = parties.length
    return { title: t('agreement.sheet.agreed', { count }), sub: t('agreement.sheet.agreedSub', { count }) }
  }
  if (viewerOf(parties)?.state === 'on') {
    return waitingWords(t, format, parties)
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
    if (parties.length > 2) return partsWords(t, format, parties, { agreed, count: theirs.length })
    return { title: t('agreement.sheet.theirHalf', { name: agreed }), sub: t('agreement.sheet.theirHalfSub') }
  }
  return { title: t('agreement.sheet.open'), sub: t('agreement.sheet.openSub') }
}

/** The viewer agrees, and it waits for those who don't yet; with two that is the other half. */
function waitingWords(
  t: Translate<Messages>,
  format: Format,
  parties: readonly AgreementParty[],
): SheetWords {
  const waiting = parties.filter((party) => party.state !== 'on')
  const name = format.list(waiting.map((party) => party.name))
  return {
    title: t(parties.length > 2 ? 'agreement.sheet.waitingMany' : 'agreement.sheet.waiting'),
    sub: t('agreement.sheet.waitingSub', { name, count: waiting.length }),
  }
}

/** Of several some agree: the viewer's part is open, and perhaps others' too. */
function partsWords(
  t: Translate<Messages>,
  format: Format,
  parties: readonly AgreementParty[],
  { agreed, count }: { readonly agreed: string; readonly count: number },
): SheetWords {
  const waiting = parties.filter((party) => !party.isViewer && party.state !== 'on')
  const others = format.list(waiting.map((party) => party.name))
  const sub =
    waiting.length === 0
      ? t('agreement.sheet.theirPartsSub')
      : t('agreement.sheet.theirPartsAndSub', { others })
  return { title: t('agreement.sheet.theirParts', { name: agreed, count }), sub }
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
