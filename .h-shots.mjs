import { chromium } from 'playwright-core'
const base = process.argv[2]; const list = process.argv.slice(3)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
for (const [w,h,scheme] of [[1280,800,'light'],[390,844,'light']]) {
  const ctx = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme })
  const page = await ctx.newPage()
  page.on('console', m => m.type()==='error' && console.log('console', m.text()))
  for (const item of list) {
    const [name, path] = item.split('=>')
    await page.goto(base + path)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) console.log('overflow', name, w, over)
    await page.screenshot({ path: `/tmp/shot-${name}-${w}.png`, fullPage: true })
  }
  await ctx.close()
}
await b.close()
