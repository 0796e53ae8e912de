import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { LONGEST_REPAIR, REPAIR_STEPS, type RepairStepKind } from '@accord/domain/alliance/repair'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { WordingHints } from '@accord/ui/wording/lazy'
import { givenName, personOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { allianceQuery } from '../../../lib/alliance.js'
import { recordRepair } from '../api/alliance.js'
import type { AllianceView } from './alliance-view.js'

/** How a dip was mended: noticed, talked about, what changed; dated, and by whom. (AL6) */
export function Repair({ view }: { readonly view: AllianceView }) {
  const t = useWebMessages()
  const format = useFormat()
  const titleId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const { of, page, selected, chart } = view
  const steps = of.repairs.filter(({ session }) => session === selected.session)
  const isDip = chart.points[of.sessions.indexOf(selected)]?.signal === 'below'
  if (steps.length === 0 && !(isDip && page.mayRecord)) return null
  const nameOf = (id: (typeof steps)[number]['by']) => givenName(personOf(page.people, id)?.name ?? '')
  return (
    <section aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {t('alliance.repair')}
      </h2>
      {steps.length === 0 && <p className="ac-muted ac-small">{t('alliance.repair.none')}</p>}
      <ul className="web-alliance-changes">
        {steps.map(({ id, at, step, words, by }) => (
          <li key={id}>
            <span className="ac-muted">{format.shortDay(new Date(at))}</span>
            <span>
              <b>{t(`alliance.repair.${step}`)}</b>{' '}
              <span className="ac-muted">{t('alliance.repair.by', { name: nameOf(by) })}</span>
              <span className="web-repair-words" dir="auto">
                {words}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {page.mayRecord && (
        <Button size="small" onPress={() => setIsOpen(true)}>
          {t('alliance.repair.add')}
        </Button>
      )}
      {isOpen && <RepairDialog view={view} onClose={() => setIsOpen(false)} />}
    </section>
  )
}

interface RepairDialogProps {
  readonly view: AllianceView
  readonly onClose: () => void
}

function RepairDialog({ view: { of, page, selected }, onClose }: RepairDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const done = of.repairs.filter(({ session }) => session === selected.session).map(({ step }) => step)
  const [step, setStep] = useState<RepairStepKind>(
    () => REPAIR_STEPS.find((one) => !done.includes(one)) ?? 'changed',
  )
  const [words, setWords] = useState('')
  const readers = page.people.filter(
    ({ relation }) => relation === 'practitioner' || relation === 'supervisor',
  )
  const names = format.list(readers.map(({ name }) => givenName(name)))
  const { client } = of
  const recording = useMutation({
    mutationFn: () =>
      recordRepair(page.caseId, { client, session: selected.session, step, words: words.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: allianceQuery(page.caseId).queryKey })
      onClose()
    },
  })
  return (
    <Dialog
      title={t('alliance.repair.add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            isPending={recording.isPending}
            isDisabled={words.trim() === ''}
            onPress={() => recording.mutate()}
          >
            {t('alliance.repair.save')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <OnePill
        label={t('alliance.repair.which')}
        choices={REPAIR_STEPS.map((id) => ({ id, label: t(`alliance.repair.${id}`) }))}
        chosen={step}
        onChoose={setStep}
      />
      <TextField
        label={t('alliance.repair.words')}
        lines={3}
        value={words}
        onChange={setWords}
        maxLength={LONGEST_REPAIR}
        description={t('alliance.repair.sees', { names, client: givenName(of.name) })}
        autoFocus
      />
      <WordingHints text={words} textId={`${selected.session} repair`} onText={setWords} />
      {recording.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t('save.server')}</span>
        </p>
      )}
    </Dialog>
  )
}
