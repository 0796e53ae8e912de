import type { KeptGoal } from '@accord/domain/ending/draft'
import type { KeepableGoal } from '@accord/domain/rest/ending'
import { Button } from '../controls/button.js'
import { TickBox } from '../controls/tick-box.js'
import { useFormat } from '../messages/use-format.js'
import { EndingPart } from './ending-part.js'
import type { OpenPackProps } from './open-pack-props.js'
import { Trouble } from './trouble.js'
import { useDoing } from './use-doing.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** The goals that go on without the two of them meeting, each in the words of the plan. (EN3) */
export function KeptPart({ page, state, hands }: OpenPackProps) {
  const t = useUiMessages()
  const { run, trouble } = useDoing(hands)
  const { kept } = state.draft
  const keptOf = (one: KeepableGoal) => kept.find(({ goal }) => goal === one.goal)
  const gone = kept.filter((one) => !state.goals.some(({ goal }) => goal === one.goal))
  if (!page.mayWrite) {
    return (
      <EndingPart title={t('ending.kept')}>
        {kept.length === 0 && <p className="ac-muted">{t('ending.kept.none')}</p>}
        <KeptList kept={kept} />
      </EndingPart>
    )
  }
  return (
    <EndingPart title={t('ending.kept')} hint={t('ending.kept.hint')}>
      {state.goals.length === 0 && <p className="ac-muted">{t('ending.kept.noGoals')}</p>}
      <ul className="ac-ending-goals">
        {state.goals.map((one) => {
          const quoted = keptOf(one)
          const isStale = quoted !== undefined && quoted.statement !== one.statement
          return (
            <li key={one.goal} data-kept={quoted ? '' : undefined}>
              <TickBox
                label={one.name === '' ? t('ending.kept.unnamed') : one.name}
                name={t('ending.kept.keep', { words: one.statement })}
                isTicked={quoted !== undefined}
                onChange={(isTicked) =>
                  void run(() => hands.act({ kind: isTicked ? 'keep' : 'leave', goal: one.goal }))
                }
              />
              <blockquote dir="auto">{quoted?.statement ?? one.statement}</blockquote>
              {quoted && <Quoted goal={quoted} />}
              {isStale && (
                <div className="ac-ending-stale">
                  <p>{t('ending.kept.stale', { words: one.statement })}</p>
                  <Button
                    size="small"
                    onPress={() => void run(() => hands.act({ kind: 'keep', goal: one.goal }))}
                  >
                    {t('ending.kept.again')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <KeptList kept={gone} />
      <Trouble sentence={trouble} />
    </EndingPart>
  )
}

/** Kept goals to read. */
export function KeptList({ kept }: { readonly kept: readonly KeptGoal[] }) {
  if (kept.length === 0) return null
  return (
    <ul className="ac-ending-goals">
      {kept.map((one) => (
        <li key={one.goal} data-kept="">
          {one.name !== '' && <b dir="auto">{one.name}</b>}
          <blockquote dir="auto">{one.statement}</blockquote>
          <Quoted goal={one} />
        </li>
      ))}
    </ul>
  )
}

function Quoted({ goal: { at, seq } }: { readonly goal: KeptGoal }) {
  const t = useUiMessages()
  const format = useFormat()
  return (
    <p className="ac-muted ac-small">
      {t('ending.kept.quoted', { day: format.day(new Date(at), new Date()), seq })}
    </p>
  )
}
