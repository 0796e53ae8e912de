import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader of PDFs finds in a file. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), isEvalSupported: false, verbosity: 0 })
    .promise
  const pages: string[] = []
  let annotations = 0
  let lowest = Infinity
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    for (const item of items) if ('transform' in item) lowest = Math.min(lowest, Number(item.transform[5]))
    annotations += (await page.getAnnotations()).length
  }
  const [{ view }] = [await document.getPage(1)]
  const scripts = await document.getJSActions()
  const opening: unknown = await document.getOpenAction()
  const attached: unknown = await document.getAttachments()
  await document.destroy()
  // A letter spaced apart and one joined are the same words.
  const text = pages.join(' ').replace(/\s+/gu, ' ')
  return { text, pages: pages.length, lowest, view, annotations, scripts, opening, attached }
}

/** The file apart from its streams: what a viewer would act on stands here. */
export function outsideStreams(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/stream\r?\n[\s\S]*?endstream/gu, '')
}
