import { useQueryClient } from '@tanstack/react-query'
import { EnrolPanel } from '@accord/ui/identity/enrol-panel'
import { SignInPage as SignInLayout } from '@accord/ui/sign-in/sign-in-page'
import { asking } from '../../lib/asking.js'
import { SignInScene } from '../../lib/sign-in-scene.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Before anything else is open to staff: a second factor. (ID24) */
export function EnrolPage() {
  const t = useWebMessages()
  const queries = useQueryClient()
  usePageTitle(t('enrol.title'))
  useVoice('practitioner')
  return (
    <SignInLayout title={t('enrol.title')} lead={t('enrol.lead')} artwork={<SignInScene />}>
      <div className="web-enrol">
        <EnrolPanel asking={asking} onDone={() => void queries.invalidateQueries()} />
      </div>
    </SignInLayout>
  )
}
