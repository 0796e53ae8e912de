import type { ReactNode } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { SkipLink } from '@accord/ui/controls/skip-link'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { BrandMark } from '@accord/ui/shell/brand-mark'
import { useWebMessages } from '../../lib/use-web-messages.js'
import type { SetUpDraft } from './set-up-draft.js'
import { HowItReads } from './how-it-reads.js'
import { STEPS, type StepId } from './set-up-steps.js'

interface SetUpFrameProps {
  readonly draft: SetUpDraft
  readonly step: StepId
  readonly onStep: (step: StepId) => void
  readonly children: ReactNode
}

/** The wizard's frame: no rooms yet, only the steps, the page, and how it will read. */
export function SetUpFrame({ draft, step, onStep, children }: SetUpFrameProps) {
  const t = useWebMessages()
  const now = STEPS.indexOf(step)
  const name = draft.clinic.trim()
  return (
    <div className="web-wizard">
      <SkipLink />
      <header className="web-wizard-top">
        <BrandMark size={30} />
        <span className="ac-muted ac-small">
          {t('setUp.of', { named: name === '' ? 'no' : 'yes', name })}
        </span>
        <span className="web-wizard-kept ac-muted ac-small">
          <CheckIcon size={16} />
          {t('setUp.kept')}
        </span>
      </header>
      <div className="web-wizard-columns">
        <nav aria-label={t('setUp.steps')} className="web-wizard-steps">
          <ol>
            {STEPS.map((id, at) => (
              <li
                key={id}
                data-done={at < now ? '' : undefined}
                aria-current={at === now ? 'step' : undefined}
              >
                <span className="web-wizard-number" aria-hidden="true">
                  {at < now ? <CheckIcon size={16} /> : at + 1}
                </span>
                {at < now ? (
                  <PlainButton className="web-wizard-jump" onPress={() => onStep(id)}>
                    {t('setUp.name', { step: id })}
                  </PlainButton>
                ) : (
                  <span>{t('setUp.name', { step: id })}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
        <main id="main" tabIndex={-1} className="web-wizard-main">
          {children}
        </main>
        <aside className="web-wizard-side" aria-label={t('setUp.reads.label')}>
          <HowItReads draft={draft} />
        </aside>
      </div>
    </div>
  )
}
