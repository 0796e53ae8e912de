import { useEffect } from 'react'
import { useWebMessages } from './use-web-messages.js'

/** Names the page in the tab and in the browser's history. */
export function usePageTitle(page: string): void {
  const t = useWebMessages()
  const title = t('title.page', { page })
  useEffect(() => {
    document.title = title
  }, [title])
}
