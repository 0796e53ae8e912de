import { memo, useEffect, useRef, useState } from 'react'
import type { Relation } from '@accord/domain/case/relation'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import { effectsOf } from '@accord/domain/replay/jumps'
import type { Stretch } from '@accord/domain/replay/stretches'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { AGREED_HALVES } from '@accord/ui/seal/seal-half'
import { Seal } from '@accord/ui/seal/seal'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import type { Telling } from './use-telling.js'

/** So many moments are drawn at first, the latest ones; a long history comes as it is asked for. */
const SHOWN = 60

interface HowSpineProps {
  readonly telling: Telling
  readonly current: ToldMoment | null
  /** Whether it has to be said which goal a moment is about. */
  readonly namesGoals: boolean
  readonly onChoose: (told: ToldMoment) => void
}

/** Everything that happened, in order: each person's on their own side, agreements on the spine. (RP17) */
export function HowSpine({ telling, current, namesGoals, onChoose }: HowSpineProps) {
  const t = usePortalMessages()
  const [shown, setShown] = useState(SHOWN)
  const all = telling.stretches.reduce((sum, { moments }) => sum + moments.length, 0)
  const stretches = latest(telling.stretches, shown)
  const hidden = Math.max(0, all - shown)
  return (
    <section className="pt-how-spine" aria-label={t('how.spine')}>
      <p className="pt-how-sides ac-small" aria-hidden="true">
        <span data-relation="practitioner">{t('how.theirs')}</span>
        <span>{t('how.sides')}</span>
        <span data-relation="client">{t('people.you')}</span>
      </p>
      {hidden > 0 && (
        <Button block size="large" onPress={() => setShown(shown + SHOWN)}>
          {t('how.earlier', { count: Math.min(SHOWN, hidden) })}
        </Button>
      )}
      <ol>
        {stretches.map((stretch) => (
          <li key={`${stretch.at} ${stretch.moments[0]?.firstSeq ?? 0}`}>
            <h2 className="pt-how-day">{telling.headingOf(stretch)}</h2>
            <ol>
              {stretch.moments.map((told) => (
                <Card
                  key={told.firstSeq}
                  told={told}
                  sentence={telling.sentenceOf(told)}
                  relation={telling.relationOf(told.author)}
                  isOwn={telling.isOwn(told)}
                  isCurrent={told === current}
                  goal={namesGoals ? told.goalName : ''}
                  onChoose={onChoose}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface CardProps {
  readonly told: ToldMoment
  readonly sentence: string
  readonly relation: Relation | undefined
  readonly isOwn: boolean
  readonly isCurrent: boolean
  readonly goal: string
  readonly onChoose: (told: ToldMoment) => void
}

const Card = memo(function Card({ told, sentence, relation, isOwn, isCurrent, goal, onChoose }: CardProps) {
  const format = useFormat()
  const effects = effectsOf(told)
  const isAgreed = effects.includes('closed') || effects.includes('restored')
  const time = format.time(new Date(told.startedAt))
  const side = isAgreed ? 'spine' : isOwn ? 'own' : 'other'
  const place = useRef<HTMLLIElement>(null)
  const isDrawn = useRef(false)
  useEffect(() => {
    // The page opens at its top; from then on the spine follows the replay.
    if (isCurrent && isDrawn.current) place.current?.scrollIntoView({ block: 'nearest' })
    isDrawn.current = true
  }, [isCurrent])
  return (
    <li ref={place} className="pt-how-moment" data-side={side} data-relation={relation}>
      <button type="button" aria-current={isCurrent ? 'step' : undefined} onClick={() => onChoose(told)}>
        {isAgreed && <Seal halves={AGREED_HALVES} size={30} />}
        <span dir="auto">{sentence}</span>
        <small className="ac-num">{goal === '' ? time : `${goal} · ${time}`}</small>
      </button>
    </li>
  )
})

/** The last so many moments, in their stretches. */
function latest(stretches: readonly Stretch[], most: number): readonly Stretch[] {
  let room = most
  const kept: Stretch[] = []
  for (const stretch of [...stretches].reverse()) {
    if (room <= 0) break
    kept.push({ ...stretch, moments: stretch.moments.slice(-room) })
    room -= stretch.moments.length
  }
  return kept.reverse()
}
