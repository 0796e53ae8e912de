import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { DISCIPLINES, type Discipline } from '@accord/domain/case/discipline'
import { phasesOf, type CasePhase } from '@accord/domain/case/phase'
import type { PartyRelation } from '@accord/domain/case/party'
import type { PersonId } from '@accord/domain/ids'
import type { CaseFile, OpenCaseBody } from '@accord/domain/rest/case-file'
import type { People } from '@accord/domain/rest/people'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { openCase } from '../api/open-case.js'
import { SaveTrouble } from '../save-trouble.js'
import { ManyPeople } from './many-people.js'
import { clientItems, staffItems } from './person-items.js'

interface OpenCaseFormProps {
  readonly people: People
  /** Somebody whose file one comes from. */
  readonly client: string | null
  readonly onOpened: (file: CaseFile) => void
}

type Chosen = Readonly<Record<PartyRelation | 'supervisor', readonly string[]>>

export function OpenCaseForm({ people, client, onOpened }: OpenCaseFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const practitioners = staffItems(people, 'practitioner')
  const [only, ...others] = practitioners
  const [chosen, setChosen] = useState<Chosen>({
    client: client === null ? [] : [client],
    guardian: [],
    // Where there is one practitioner only, it can be nobody else.
    practitioner: only !== undefined && others.length === 0 ? [only.id] : [],
    supervisor: [],
  })
  const [discipline, setDiscipline] = useState<Discipline>('counselling')
  const [phase, setPhase] = useState<CasePhase>('commitment')
  const [isAsked, setIsAsked] = useState(false)
  const opening = useMutation({
    mutationFn: () => openCase(bodyOf(chosen, discipline, phase)),
    onSuccess: async (file) => {
      await queries.invalidateQueries()
      onOpened(file)
    },
  })
  const twice = Object.values(chosen).flat()
  const isTwice = new Set(twice).size < twice.length
  const isReady = chosen.client.length > 0 && chosen.practitioner.length > 0 && !isTwice
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (isReady) opening.mutate()
  }
  const pick = (relation: keyof Chosen) => ({
    chosen: chosen[relation],
    onChange: (ids: readonly string[]) => setChosen({ ...chosen, [relation]: ids }),
  })
  const needs = (relation: 'client' | 'practitioner') =>
    isAsked && chosen[relation].length === 0 ? t(`desk.field.${relation}`) : undefined
  const choose = (next: Discipline) => {
    setDiscipline(next)
    if (!phasesOf(next).includes(phase)) setPhase(phasesOf(next)[0] ?? phase)
  }
  return (
    <form onSubmit={submit} noValidate className="web-desk-form">
      <ManyPeople
        label={t('desk.cases.client')}
        description={t('desk.cases.clientHint')}
        items={clientItems(people)}
        error={needs('client')}
        {...pick('client')}
      />
      <ManyPeople
        label={t('desk.cases.practitioner')}
        items={practitioners}
        error={needs('practitioner')}
        {...pick('practitioner')}
      />
      <ManyPeople
        label={t('desk.cases.supervisor')}
        description={t('desk.cases.supervisorHint')}
        items={staffItems(people, 'supervisor')}
        {...pick('supervisor')}
      />
      <ManyPeople
        label={t('desk.cases.guardian')}
        description={t('desk.cases.guardianHint')}
        items={clientItems(people)}
        error={isTwice ? t('desk.field.twice') : undefined}
        {...pick('guardian')}
      />
      <OnePill
        label={t('desk.cases.discipline')}
        choices={DISCIPLINES.map((id) => ({ id, label: t('discipline', { discipline: id }) }))}
        chosen={discipline}
        onChoose={choose}
      />
      <OnePill
        label={t('desk.cases.phase')}
        choices={phasesOf(discipline).map((id) => ({ id, label: t('phase', { phase: id }) }))}
        chosen={phase}
        onChoose={setPhase}
      />
      <SaveTrouble error={opening.error} />
      <div className="web-desk-actions">
        <Button kind="primary" type="submit" isPending={opening.isPending}>
          {t('desk.cases.open')}
        </Button>
      </div>
    </form>
  )
}

/** What the selection fields hold are ids of people, by which they were listed. */
function bodyOf(chosen: Chosen, discipline: Discipline, phase: CasePhase): OpenCaseBody {
  const relations = ['client', 'guardian', 'practitioner'] as const
  return {
    discipline,
    phase,
    parties: relations.flatMap((relation) =>
      chosen[relation].map((person) => ({ person: person as PersonId, relation })),
    ),
    supervisors: chosen.supervisor.map((person) => person as PersonId),
  }
}
