import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { passwordTrouble } from '@accord/domain/people/password'
import { Button } from '@accord/ui/controls/button'
import { useNoteSelf } from '../../lib/self.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { setUp } from './api/set-up.js'
import { FinishTrouble } from './finish-trouble.js'
import { setUpBody } from './set-up-body.js'
import { useSetUpDraft } from './set-up-draft.js'
import { SetUpFrame } from './set-up-frame.js'
import { stepAfter, stepBefore, stepNamed, STEPS, type StepId } from './set-up-steps.js'
import { troublesOf } from './set-up-trouble.js'
import { StepFields } from './step-fields.js'

interface SetUpWizardProps {
  readonly token: string
  /** Before anything else changes: the link is used now. */
  readonly onMade: () => void
}

/** One page a step; the step is in the address, so the browser's own back and forth work too. */
export function SetUpWizard({ token, onMade }: SetUpWizardProps) {
  const t = useWebMessages()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const [search] = useSearchParams()
  const noteSelf = useNoteSelf()
  const { draft, change, forget } = useSetUpDraft()
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState<StepId | null>(null)
  const wanted = stepNamed(search.get('step'))
  const [wasReloaded] = useState(() => wanted !== 'you')
  const step = firstOpenStep(wanted, (id) => isEmpty(troublesOf(t, id, { draft, password })))
  const troubles = asked === step ? troublesOf(t, step, { draft, password }) : {}
  const goTo = (next: StepId) => {
    setAsked(null)
    void navigate({ search: `?step=${next}`, hash })
  }
  const finish = useMutation({
    mutationFn: () => setUp(setUpBody(token, draft, password)),
    onSuccess: (self) => {
      forget()
      onMade()
      noteSelf(self)
    },
  })
  const next = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const open = troublesOf(t, step, { draft, password })
    setAsked(step)
    if (!isEmpty(open)) return
    const after = stepAfter(step)
    if (after === null) finish.mutate()
    else goTo(after)
  }
  const heading = useFocusOnStep(step)
  const before = stepBefore(step)
  // The address follows, else the page would turn by itself in the middle of typing what was missing.
  useEffect(() => {
    if (step !== wanted) void navigate({ search: `?step=${step}`, hash }, { replace: true })
  }, [step, wanted, hash, navigate])
  const isPasswordGone = step === 'you' && wasReloaded && passwordTrouble(password, draft) !== null
  return (
    <SetUpFrame draft={draft} step={step} onStep={goTo}>
      <form onSubmit={next} noValidate className="web-wizard-form">
        <p className="ac-muted ac-small">
          {t('setUp.step', { number: STEPS.indexOf(step) + 1, count: STEPS.length })}
        </p>
        <h1 className="ac-title web-wizard-title" tabIndex={-1} ref={heading}>
          {t('setUp.heading', { step })}
        </h1>
        <p className="web-wizard-lead ac-muted">{t('setUp.lead', { step })}</p>
        {isPasswordGone && <p className="web-note">{t('setUp.passwordGone')}</p>}
        <StepFields
          step={step}
          draft={draft}
          change={change}
          troubles={troubles}
          password={password}
          onPassword={setPassword}
          isAsked={asked === step}
        />
        {finish.error !== null && step === 'check' && <FinishTrouble error={finish.error} />}
        <div className="web-wizard-actions">
          {before !== null && (
            <Button size="large" onPress={() => goTo(before)}>
              {t('setUp.back')}
            </Button>
          )}
          <Button kind="primary" size="large" type="submit" isPending={finish.isPending}>
            {t('setUp.next', { step: stepAfter(step) ?? 'done' })}
          </Button>
        </div>
      </form>
    </SetUpFrame>
  )
}

/** Nobody skips a page that isn't answered; after a reload that is the password. */
function firstOpenStep(wanted: StepId, isDone: (step: StepId) => boolean): StepId {
  return STEPS.slice(0, STEPS.indexOf(wanted)).find((step) => !isDone(step)) ?? wanted
}

function isEmpty(troubles: object): boolean {
  return Object.keys(troubles).length === 0
}

/** A new page begins at its heading, for whoever hears it. */
function useFocusOnStep(step: StepId) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus()
  }, [step])
  return heading
}
