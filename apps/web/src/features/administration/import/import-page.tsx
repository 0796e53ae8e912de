import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { IMPORT_COLUMNS } from '@accord/domain/rest/client-import'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { importClients } from '../api/import-clients.js'
import { DeskFrame } from '../desk-frame.js'
import { SaveTrouble } from '../save-trouble.js'
import { ImportOutcome } from './import-outcome.js'

const KEY = 'accord.import'

/** Many clients at once: first what would happen, then it happens, all of it or nothing. (CL16, CL17) */
export function ImportPage() {
  const t = useWebMessages()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const [csv, setCsv] = useState(() => sessionStorage.getItem(KEY) ?? '')
  const [isAsked, setIsAsked] = useState(false)
  const dry = useMutation({ mutationFn: () => importClients(csv, true) })
  const real = useMutation({
    mutationFn: () => importClients(csv, false),
    onSuccess: async ({ imported }) => {
      if (imported === 0) return
      sessionStorage.removeItem(KEY)
      toasts.add({ kind: 'done', words: t('desk.import.done', { count: imported }) })
      await queries.invalidateQueries()
      void navigate('/administration/people')
    },
  })
  const write = (text: string) => {
    setCsv(text)
    setIsAsked(false)
    sessionStorage.setItem(KEY, text)
    dry.reset()
    real.reset()
  }
  const look = () => {
    setIsAsked(true)
    if (csv.trim() !== '') dry.mutate()
  }
  const answer = real.data ?? dry.data
  const isClean = answer !== undefined && answer.troubles.length === 0 && answer.found > 0
  return (
    <DeskFrame tab="import" title={t('desk.import.title')}>
      <ConsolePage title={t('desk.import.title')} lead={t('desk.import.lead')}>
        <div className="web-desk-form" data-wide="">
          <TextField
            label={t('desk.import.label')}
            description={t('desk.import.hint', { columns: IMPORT_COLUMNS.join(', ') })}
            lines={8}
            value={csv}
            onChange={write}
            spellCheck="false"
            error={isAsked && csv.trim() === '' ? t('desk.import.missing') : undefined}
          />
          <input
            ref={file}
            type="file"
            accept=".csv,text/csv"
            hidden
            aria-label={t('desk.import.file')}
            onChange={(event) => void event.target.files?.[0]?.text().then(write)}
          />
          <div className="web-desk-actions">
            <Button kind={isClean ? 'secondary' : 'primary'} isPending={dry.isPending} onPress={look}>
              {t('desk.import.dry')}
            </Button>
            <Button onPress={() => file.current?.click()}>{t('desk.import.choose')}</Button>
          </div>
          <SaveTrouble error={real.error ?? dry.error} />
        </div>
        {answer !== undefined && (
          <ImportOutcome
            csv={csv}
            answer={answer}
            isPending={real.isPending}
            onImport={() => real.mutate()}
          />
        )}
      </ConsolePage>
    </DeskFrame>
  )
}
