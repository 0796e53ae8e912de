import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { CaseFile } from '@accord/domain/rest/case-file'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { caseFileQuery } from '../api/case-files.js'
import { DeskFrame } from '../desk-frame.js'
import { ActDialog } from './act-dialog.js'
import type { Act } from './act.js'
import { namesOf } from './parts.js'
import { PartsTable } from './parts-table.js'

/** One case from the outside: who has a part in it, and the acts that change that. */
export function CaseFilePage() {
  const t = useWebMessages()
  const format = useFormat()
  const { caseId = '' } = useParams()
  const { data: file, error, refetch } = useQuery(caseFileQuery(caseId))
  const title = file === undefined ? t('desk.cases.one') : format.list(namesOf(file, 'client'))
  return (
    <DeskFrame
      tab="cases"
      title={title}
      crumbs={[{ label: t('desk.cases.title'), href: '/administration/cases' }]}
    >
      {file === undefined ? (
        <div className="ac-page">
          <h1 className="ac-hidden">{title}</h1>
          {error === null ? (
            <GoalSkeleton sentence={t('desk.cases.loading')} />
          ) : (
            <FailedPage error={error} what={t('desk.cases.whatOne')} onRetry={() => void refetch()} />
          )}
        </div>
      ) : (
        <CaseOutside file={file} title={title} />
      )}
    </DeskFrame>
  )
}

function CaseOutside({ file, title }: { readonly file: CaseFile; readonly title: string }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const [act, setAct] = useState<Act | null>(null)
  const isOpen = file.closedAt === null
  const day = (at: number) => format.day(new Date(at), now)
  const lead = `${t('discipline', { discipline: file.discipline })} · ${t('client.since', { day: day(file.openedAt) })}`
  return (
    <ConsolePage
      title={title}
      lead={lead}
      actions={
        file.closedAt === null ? (
          <Chip tone="outline">{t('desk.cases.isOpen')}</Chip>
        ) : (
          <Chip>{t('client.closed', { day: day(file.closedAt) })}</Chip>
        )
      }
    >
      <div className="web-desk-head">
        <h2 className="ac-heading">{t('desk.cases.people')}</h2>
        {isOpen && (
          <div className="web-desk-actions">
            <Button onPress={() => setAct({ kind: 'join', relation: 'practitioner' })}>
              {t('desk.act.changePractitioner')}
            </Button>
            <Button onPress={() => setAct({ kind: 'supervise' })}>{t('desk.act.changeSupervisor')}</Button>
            <Button onPress={() => setAct({ kind: 'join', relation: 'client' })}>
              {t('desk.act.addClient')}
            </Button>
            <Button onPress={() => setAct({ kind: 'join', relation: 'guardian' })}>
              {t('desk.act.addGuardian')}
            </Button>
          </div>
        )}
      </div>
      <PartsTable file={file} onEnd={(part) => setAct({ kind: 'end', part })} />
      <div className="web-desk-close">
        <p className="ac-muted ac-small">{isOpen ? t('desk.effect.close') : t('desk.effect.reopen')}</p>
        <Button onPress={() => setAct({ kind: isOpen ? 'close' : 'reopen' })}>
          {isOpen ? t('desk.act.close') : t('desk.act.reopen')}
        </Button>
      </div>
      {act !== null && <ActDialog file={file} act={act} onClose={() => setAct(null)} />}
    </ConsolePage>
  )
}
