/** What surrounds every mail to staff as HTML: one column that a phone shows as it is. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'

interface MailFrame {
  readonly locale: PageLocale
  readonly company: string
  readonly title: string
  readonly body: Html
}

export const mailFrame = ({ locale, company, title, body }: MailFrame): string =>
  String(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="mail">
<p class="company">${company}</p>
<h1>${title}</h1>
${body}</div>
</body>
</html>
`)

/**
 * The colours are those of the staff app in the light. Mail programs that leave the style out show the same words in the same order.
 * No quotation marks: the page would write them as entities, which a style does not read.
 */
const STYLE =
  'body{margin:0;background:#f6f5ef;color:#20302a;font:16px/1.5 system-ui,Segoe UI,Roboto,Noto Sans,Arial,sans-serif}' +
  '.mail{max-width:640px;margin:0 auto;padding:20px 16px;background:#fff}' +
  'p{margin:0 0 4px}h1{margin:4px 0 12px;font-size:21px;line-height:1.3}h2{margin:24px 0 8px;font-size:17px}' +
  '.company{color:#14664a;font-weight:600}.quiet{color:#5b6b64;font-size:14px}' +
  '.warn{margin:12px 0;padding:10px 12px;background:#fdefe3;color:#9a3412}' +
  'a{color:#14664a}span{white-space:nowrap}.phone{font-weight:600}' +
  '.open{display:inline-block;margin:12px 0;padding:11px 18px;background:#14664a;color:#fff;text-decoration:none;border-radius:8px}' +
  'table{width:100%;border-collapse:collapse;margin:8px 0 20px}td{padding:12px 0;border-top:1px solid #dcdfd8;vertical-align:top}' +
  '.counts td,.counts th{padding:8px 4px;text-align:right}.counts td:first-child,.counts th:first-child{padding-left:0;text-align:left}.counts th{font-size:13px;color:#5b6b64;font-weight:600;vertical-align:bottom}' +
  '.bar{margin:6px 0}.bar td{padding:0;border:0;font-size:1px;line-height:10px}' +
  '.rank{width:40px;color:#5b6b64}td a:not(.phone){display:inline-block;padding:6px 0}'
