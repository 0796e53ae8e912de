import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { urgentNumbersSchema, type UrgentNumbersPage } from '@accord/domain/rest/safety'
import { COUNTRIES, MOST_NUMBERS, NUMBERS_OF, type UrgentNumber } from '@accord/domain/safety/urgent-numbers'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { TextField } from '@accord/ui/controls/text-field'
import { refusalCode } from '../../../lib/request-failure.js'
import { numbersQuery, saveNumbers } from '../../../lib/safety/safety.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { SaveTrouble } from '../save-trouble.js'

const EMPTY: UrgentNumber = { name: '', number: '', note: '', source: '' }
const FIELDS = ['name', 'number', 'note', 'source'] as const

/** The list as it is shown, to be read over one by one; saved as a version of its own. (SA10) */
export function NumbersForm({ page }: { readonly page: UrgentNumbersPage }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [country, setCountry] = useState(page.country)
  const [numbers, setNumbers] = useState<readonly UrgentNumber[]>(page.numbers)
  const [isAsked, setIsAsked] = useState(false)
  const body = urgentNumbersSchema.safeParse({ over: page.version, country, numbers })
  const saving = useMutation({
    mutationFn: async () => (body.success ? saveNumbers(body.data) : null),
    onSuccess: (saved) => {
      if (saved !== null) queries.setQueryData(numbersQuery.queryKey, saved)
      toasts.add({ kind: 'done', words: t('numbers.saved') })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (body.success) saving.mutate()
  }
  const change = (at: number, number: UrgentNumber) =>
    setNumbers(numbers.map((one, index) => (index === at ? number : one)))
  const isWrong = (at: number, field: string) =>
    isAsked && body.error?.issues.some(({ path }) => path[1] === at && path[2] === field)
  const isStale = refusalCode(saving.error) === 'words-changed'
  return (
    <form className="web-desk-form" data-wide="" onSubmit={submit} noValidate>
      <div className="web-desk-actions">
        <ChoiceField
          label={t('numbers.country')}
          choices={COUNTRIES.map((id) => ({ id, label: t(`numbers.country.${id}`) }))}
          chosen={country}
          onChoose={setCountry}
        />
        <Button onPress={() => setNumbers(NUMBERS_OF[country])}>{t('numbers.take')}</Button>
      </div>
      {numbers.map((one, at) => (
        <fieldset key={at} className="web-desk-fields web-number-fields">
          <legend>{t('numbers.nth', { number: at + 1 })}</legend>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              label={t(`numbers.${field}`)}
              value={one[field]}
              onChange={(text) => change(at, { ...one, [field]: text })}
              maxLength={field === 'note' ? 160 : field === 'number' ? 30 : field === 'name' ? 80 : 120}
              error={isWrong(at, field) ? t(`numbers.wrong.${field}`) : undefined}
            />
          ))}
          {numbers.length > 1 && (
            <Button
              size="small"
              kind="quiet"
              aria-label={t('numbers.removeNamed', { number: at + 1 })}
              onPress={() => setNumbers(numbers.filter((_, index) => index !== at))}
            >
              {t('numbers.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      {isStale ? (
        <p className="ac-field-error" role="alert">
          {t('numbers.stale')}
        </p>
      ) : (
        <SaveTrouble error={saving.error} />
      )}
      <div className="web-desk-actions">
        <Button kind="primary" type="submit" isPending={saving.isPending}>
          {t('numbers.save')}
        </Button>
        {numbers.length < MOST_NUMBERS && (
          <Button onPress={() => setNumbers([...numbers, EMPTY])}>{t('numbers.add')}</Button>
        )}
      </div>
    </form>
  )
}
