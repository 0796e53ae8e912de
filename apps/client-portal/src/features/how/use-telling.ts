import { useMemo } from 'react'
import type { Relation } from '@accord/domain/case/relation'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { Frames } from '@accord/domain/replay/frames'
import { stretchesOf, type Stretch } from '@accord/domain/replay/stretches'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Voices } from '@accord/ui/attributed-text/author-runs'
import { voicesOf } from '@accord/ui/attributed-text/voices-of'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { replaySentence } from '@accord/ui/replay/replay-sentence'
import { firstName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** How what happened is put into words for one of the people whose it is. */
export interface Telling {
  readonly heading: string
  readonly voices: Voices
  readonly stretches: readonly Stretch[]
  readonly headingOf: (stretch: Stretch) => string
  readonly sentenceOf: (told: ToldMoment) => string
  /** "You", or the first name. */
  readonly nameOf: (person: string) => string
  readonly isOwn: (told: ToldMoment) => boolean
  readonly relationOf: (person: string) => Relation | undefined
}

/** Names, sentences and headings, the reader being called "you". */
export function useTelling({ moments }: Frames, people: readonly PersonName[]): Telling {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const { person: self } = useSelf()
  return useMemo(() => {
    const called = people.map((one) => (one.person === self.id ? { ...one, name: t('people.you') } : one))
    const now = new Date()
    const dayOf = (at: number) => format.day(new Date(at), now)
    const naming = { people: called, unnamed: ui('goal.unnamed'), viewer: self.id }
    const sentences = new Map<ToldMoment, string>()
    return {
      heading: t('how.moment'),
      voices: voicesOf(called, firstName),
      stretches: stretchesOf(moments, dayOf),
      headingOf: ({ session, at }) =>
        session === null ? dayOf(at) : t('how.session', { day: dayOf(at), number: session }),
      sentenceOf: (told) => {
        const known = sentences.get(told) ?? replaySentence(ui, told, naming)
        sentences.set(told, known)
        return known
      },
      nameOf: (person) =>
        firstName(called.find((one) => one.person === person)?.name ?? '') || t('people.former'),
      isOwn: ({ author }) => author === self.id,
      relationOf: (person) => people.find((one) => one.person === person)?.relation,
    }
  }, [moments, people, self.id, t, ui, format])
}
