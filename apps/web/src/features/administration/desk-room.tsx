import { Navigate, Route, Routes } from 'react-router'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { ErrorState } from '@accord/ui/states/error-state'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { AfterwardsPage } from './afterwards/afterwards-page.js'
import { AuditPage } from './audit/audit-page.js'
import { DeskAlarmsPage } from './alarms/desk-alarms-page.js'
import { CaseFilePage } from './cases/case-file-page.js'
import { CasesPage } from './cases/cases-page.js'
import { OpenCasePage } from './cases/open-case-page.js'
import { ClientFilePage } from './client/client-file-page.js'
import { ConsentTextsPage } from './consent/consent-texts-page.js'
import { ImportPage } from './import/import-page.js'
import { OutboxPage } from './outbox/outbox-page.js'
import { InstrumentsPage } from './instruments/instruments-page.js'
import { NumbersPage } from './numbers/numbers-page.js'
import { NoteFormsPage } from './notes/note-forms-page.js'
import { PeoplePage } from './people/people-page.js'
import { RequestsPage } from './requests/requests-page.js'
import { RetentionPage } from './retention/retention-page.js'
import { ChecklistPage } from './reviews/checklist-page.js'
import { StaffFilePage } from './staff/staff-file-page.js'
import { RemotePage } from './remote/remote-page.js'
import { PolicyPage } from './supervision/policy-page.js'
import { ThresholdsPage } from './thresholds/thresholds-page.js'
import { WordingPage } from './wording/wording-page.js'

/** The front desk, in plain ink: people and the outside of cases, never what was written in one. (AC3) */
export function DeskRoom() {
  const t = useWebMessages()
  const { roles } = useSelf()
  useVoice('desk')
  if (roles.includes('administrator')) return <DeskPages />
  return (
    <Frame crumbs={[{ label: t('rooms.administration') }]}>
      <div className="ac-page">
        <h1 className="ac-hidden">{t('rooms.administration')}</h1>
        <ErrorState
          icon={<LockIcon size={30} />}
          title={t('desk.closed.title')}
          sentence={t('desk.closed.sentence')}
          actions={<ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>}
        />
      </div>
    </Frame>
  )
}

/** The room's pages come as one, when somebody who may enter it does. */
function DeskPages() {
  return (
    <Routes>
      <Route path="people" element={<PeoplePage />} />
      <Route path="clients/:person" element={<ClientFilePage />} />
      <Route path="staff/:person" element={<StaffFilePage />} />
      <Route path="cases" element={<CasesPage />} />
      <Route path="cases/new" element={<OpenCasePage />} />
      <Route path="cases/:caseId" element={<CaseFilePage />} />
      <Route path="import" element={<ImportPage />} />
      <Route path="outbox" element={<OutboxPage />} />
      <Route path="requests" element={<RequestsPage />} />
      <Route path="retention" element={<RetentionPage />} />
      <Route path="audit" element={<AuditPage />} />
      <Route path="reviews" element={<ChecklistPage />} />
      <Route path="notes" element={<NoteFormsPage />} />
      <Route path="supervision" element={<PolicyPage />} />
      <Route path="instruments" element={<InstrumentsPage />} />
      <Route path="thresholds" element={<ThresholdsPage />} />
      <Route path="numbers" element={<NumbersPage />} />
      <Route path="consent" element={<ConsentTextsPage />} />
      <Route path="wording" element={<WordingPage />} />
      <Route path="afterwards" element={<AfterwardsPage />} />
      <Route path="remote" element={<RemotePage />} />
      <Route path="alarms" element={<DeskAlarmsPage />} />
      <Route path="*" element={<Navigate to="/administration/people" replace />} />
    </Routes>
  )
}
