import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { LONGEST_REPAIR } from '@accord/domain/alliance/repair'
import { STATIONS, type Station } from '@accord/domain/alliance/station'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, personOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { allianceQuery } from '../../../lib/alliance.js'
import { WordsDialog } from '../about/words-dialog.js'
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
  const format = useFormat()
  const queries = useQueryClient()
  const done = of.repairs.filter(({ session }) => session === selected.session).map(({ step }) => step)
  const [step, setStep] = useState<Station>(() => STATIONS.find((one) => !done.includes(one)) ?? 'changed')
  const readers = page.people.filter(
    ({ relation }) => relation === 'practitioner' || relation === 'supervisor',
  )
  const names = format.list(readers.map(({ name }) => givenName(name)))
  const record = async (words: string) => {
    await recordRepair(page.caseId, { client: of.client, session: selected.session, step, words })
    await queries.invalidateQueries({ queryKey: allianceQuery(page.caseId).queryKey })
  }
  return (
    <WordsDialog
      title={t('alliance.repair.add')}
      choice={{
        label: t('alliance.repair.which'),
        choices: STATIONS.map((id) => ({ id, label: t(`alliance.repair.${id}`) })),
        chosen: step,
        onChoose: setStep,
      }}
      words={{
        label: t('alliance.repair.words'),
        longest: LONGEST_REPAIR,
        sees: t('alliance.repair.sees', { names, client: givenName(of.name) }),
        textId: `${selected.session} repair`,
      }}
      save={t('alliance.repair.save')}
      onSave={record}
      onClose={onClose}
    />
  )
}
