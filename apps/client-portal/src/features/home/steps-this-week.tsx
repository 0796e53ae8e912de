import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import type { StepId } from '@accord/domain/ids'
import type { AttentionList } from '@accord/domain/rest/attention'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ATTENTION_KEY } from '../../lib/attention.js'
import { mayWriteIn } from '../../lib/case-write.js'
import { useCase } from '../../lib/cases.js'
import { paths } from '../../lib/paths.js'
import { failureOf } from '../../lib/request.js'
import { useSelf } from '../../lib/self-context.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { tickStep } from './api/tick-step.js'
import { dueSteps, type DueStep } from './due-steps.js'

/** The steps that this person does, due within a week or past, each with its tick. (AT7, ST3) */
export function StepsThisWeek({ list }: { readonly list: AttentionList }) {
  const t = usePortalMessages()
  // A step that was ticked here waits no longer, and stays to be seen, and to be taken back, until one leaves.
  const [ticked, setTicked] = useState<ReadonlyMap<StepId, DueStep>>(new Map())
  const waiting = dueSteps(list)
  const others = [...ticked.values()].filter(({ step }) => !waiting.some((one) => one.step === step))
  const steps = [...waiting, ...others].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  if (steps.length === 0) return null
  const onTicked = (step: DueStep, isDone: boolean) =>
    setTicked((before) => {
      const after = new Map(before)
      if (isDone) after.set(step.step, step)
      else after.delete(step.step)
      return after
    })
  return (
    <section aria-labelledby="steps-this-week">
      <h2 className="ac-portal-section" id="steps-this-week">
        {t('home.steps')}
      </h2>
      <ul className="pt-rows">
        {steps.map((step) => (
          <li key={step.step} className="pt-step-row">
            <DueStepRow
              step={step}
              isDone={ticked.has(step.step)}
              onTicked={onTicked}
              now={new Date(list.at)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface DueStepRowProps {
  readonly step: DueStep
  readonly isDone: boolean
  readonly onTicked: (step: DueStep, isDone: boolean) => void
  readonly now: Date
}

function DueStepRow({ step, isDone, onTicked, now }: DueStepRowProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const client = useQueryClient()
  const self = useSelf()
  const summary = useCase(step.caseId)
  const { mutate } = useMutation({
    mutationFn: (done: boolean) => tickStep(step, done),
    onMutate: (done) => onTicked(step, done),
    onError: (error, done) => {
      onTicked(step, !done)
      const isAway = failureOf(error)?.kind === 'unreachable'
      toasts.add({ kind: 'failed', words: t(isAway ? 'home.steps.unreachable' : 'home.steps.notKept') })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ATTENTION_KEY }),
  })
  const mayTick = summary !== undefined && mayWriteIn(self, summary)
  return (
    <>
      {mayTick && (
        <label className="ac-tick" data-relation={step.relation}>
          <input
            type="checkbox"
            checked={isDone}
            aria-label={t('home.steps.tick', { step: step.text })}
            onChange={() => mutate(!isDone)}
          />
          <span aria-hidden="true">{isDone && <CheckIcon size={18} />}</span>
        </label>
      )}
      <Link className="pt-row" href={paths.goal(step.plan, step.goal)}>
        <span className="pt-row-body">
          <b dir="auto">{step.text}</b>
          <span className="ac-muted">
            {isDone
              ? t('home.steps.done')
              : t('home.steps.due', { day: format.day(new Date(`${step.due}T12:00:00`), now) })}
          </span>
        </span>
        <ForwardIcon size={20} />
      </Link>
    </>
  )
}
