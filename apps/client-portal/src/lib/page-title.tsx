import { usePortalMessages } from './use-portal-messages.js'

/** The name of a page in the browser's tab. Ids and clinical words stay out of it. */
export function PageTitle({ name }: { readonly name: string }) {
  const t = usePortalMessages()
  return <title>{t('page.title', { name })}</title>
}
