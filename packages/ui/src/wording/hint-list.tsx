import { useState } from 'react'
import { inItsCase, type WordingHint } from '@accord/domain/wording/wording-hints'
import { Button } from '../controls/button.js'
import { LockIcon } from '../icons/lock-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { useWordingSettings } from './wording-context.js'

/** So many are shown at once. */
const SHOWN = 3

interface HintListProps {
  readonly hints: readonly WordingHint[]
  /** Puts other words in; without it the suggestions are there to read. */
  readonly onPut?: ((hint: WordingHint, instead: string) => void) | undefined
  readonly onLeave: (hint: WordingHint) => void
}

/** Below the box, for its writer alone: what could be said otherwise, why, and after whom. It waits for nobody. (WC1, WC2) */
export function HintList({ hints, onPut, onLeave }: HintListProps) {
  const t = useUiMessages()
  const settings = useWordingSettings()
  const [isWhole, setWhole] = useState(false)
  if (hints.length === 0) return null
  const shown = isWhole ? hints : hints.slice(0, SHOWN)
  return (
    <aside className="ac-wording" aria-label={t('wording.label')}>
      <div className="ac-wording-head">
        <p className="ac-grow" role="status">
          {t('wording.count', { count: hints.length })}
        </p>
        <span className="ac-private-lock">
          <LockIcon size={13} />
          {t('wording.onlyYou')}
        </span>
      </div>
      <ul>
        {shown.map((hint) => (
          <Hint key={`${hint.from} ${hint.rule.id}`} hint={hint} onPut={onPut} onLeave={onLeave} />
        ))}
      </ul>
      <div className="ac-wording-foot">
        {shown.length < hints.length && (
          <Button kind="quiet" size="small" onPress={() => setWhole(true)}>
            {t('wording.more', { count: hints.length - shown.length })}
          </Button>
        )}
        <Button kind="quiet" size="small" onPress={() => settings?.turn(false)}>
          {t('wording.off')}
        </Button>
      </div>
    </aside>
  )
}

type HintProps = Pick<HintListProps, 'onPut' | 'onLeave'> & { readonly hint: WordingHint }

function Hint({ hint, onPut, onLeave }: HintProps) {
  const t = useUiMessages()
  const { said, rule } = hint
  const source = rule.source === 'clinic' ? null : t(`wording.source.${rule.source}`)
  return (
    <li>
      <p>
        <span className="ac-wording-said" dir="auto">
          {said}
        </span>{' '}
        <span className="ac-muted">{t(`wording.why.${rule.why}`)}</span>
        {source !== null && <small className="ac-muted"> {t('wording.after', { source })}</small>}
      </p>
      {rule.guide !== null && <p className="ac-small">{t(`wording.guide.${rule.guide}`)}</p>}
      <div className="ac-wording-acts">
        {rule.instead.map((words) => {
          const instead = inItsCase(said, words)
          return onPut === undefined ? (
            <b key={words} dir="auto">
              {instead}
            </b>
          ) : (
            <Button
              key={words}
              size="small"
              aria-label={t('wording.put', { instead, said })}
              onPress={() => onPut(hint, instead)}
            >
              <span dir="auto">{instead}</span>
            </Button>
          )
        })}
        <Button
          kind="quiet"
          size="small"
          aria-label={t('wording.leaveNamed', { said })}
          onPress={() => onLeave(hint)}
        >
          {t('wording.leave')}
        </Button>
      </div>
    </li>
  )
}
