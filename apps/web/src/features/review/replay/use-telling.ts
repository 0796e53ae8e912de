import { useMemo } from 'react'
import type { Relation } from '@accord/domain/case/relation'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { Frames } from '@accord/domain/replay/frames'
import { hasSessions, stretchesOf, type Stretch } from '@accord/domain/replay/stretches'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Voices } from '@accord/ui/attributed-text/author-runs'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { replaySentence } from '@accord/ui/replay/replay-sentence'
import { personOf, voicesOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** How what happened is put into words. */
export interface Telling {
  readonly voices: Voices
  readonly stretches: readonly Stretch[]
  readonly headingOf: (stretch: Stretch) => string
  /** Whether a record has sessions at all: else its days are the only headings. */
  readonly hasSessions: boolean
  readonly sentenceOf: (told: ToldMoment) => string
  readonly relationOf: (person: string) => Relation | undefined
}

/** Days are the same within a quarter of an hour in every zone of the world; so few are looked up. */
const QUARTER = 900_000

/** Names, sentences and headings for what a replay shows. */
export function useTelling({ moments }: Frames, people: readonly PersonName[]): Telling {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  return useMemo(() => {
    const days = new Map<number, string>()
    const dayOf = (at: number): string => {
      const quarter = Math.floor(at / QUARTER)
      const known = days.get(quarter)
      if (known !== undefined) return known
      const day = format.day(new Date(at), new Date())
      days.set(quarter, day)
      return day
    }
    const stretches = stretchesOf(moments, dayOf)
    const knowsSessions = hasSessions(stretches)
    const sentences = new Map<ToldMoment, string>()
    const naming = { people, unnamed: t('goals.unnamed') }
    return {
      voices: voicesOf(people),
      stretches,
      hasSessions: knowsSessions,
      headingOf: ({ session, at }) => {
        if (session !== null) return ui('replay.session', { number: session })
        return knowsSessions ? ui('replay.between') : dayOf(at)
      },
      sentenceOf: (told) => {
        const known = sentences.get(told)
        if (known !== undefined) return known
        const sentence = replaySentence(ui, told, naming)
        sentences.set(told, sentence)
        return sentence
      },
      relationOf: (person) => personOf(people, person as PersonName['person'])?.relation,
    }
  }, [moments, people, t, ui, format])
}
