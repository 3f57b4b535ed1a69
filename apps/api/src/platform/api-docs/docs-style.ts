/** The look of the docs page; a file of its own because the page allows no inline style. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: #2a1f2d; --dim: #6b5d6e; --paper: #fffdfb; --line: #e6dde4; --accent: #7a2e6b }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2eaf0; --dim: #b5a6b3; --paper: #1b151d; --line: #3a2f3c; --accent: #e59ad4 }
}
* { box-sizing: border-box }
body { margin: 0; display: grid; grid-template-columns: 16rem minmax(0, 1fr); color: var(--ink); background: var(--paper);
  font: 16px/1.55 system-ui, sans-serif }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line) }
nav a { display: block; padding: .2rem 0 .2rem .75rem; font-size: .875rem }
nav summary { margin-top: .75rem; font-weight: 600; cursor: pointer }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem) 6rem; max-width: 62rem }
a { color: var(--accent); text-decoration: none }
a:hover { text-decoration: underline }
h2 { margin: 3rem 0 0; font-size: 1.5rem }
h3 { margin: 0 0 .5rem; font-size: 1.05rem; overflow-wrap: anywhere }
h4 { margin: 1rem 0 .25rem; font-size: .9rem }
h4.refusal { margin: .35rem 0; font-weight: 400; color: var(--dim) }
p { margin: .25rem 0 }
i { color: var(--dim); font-size: .85em }
code { font: .9em ui-monospace, monospace }
article { margin-top: 1rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .75rem; scroll-margin-top: 1rem }
:target { outline: 2px solid var(--accent) }
.method { display: inline-block; min-width: 4rem; padding: .1rem .5rem; border-radius: .4rem; background: var(--line);
  text-align: center; font-size: .8rem }
.properties { margin: .25rem 0; padding-left: 1rem; list-style: none; border-left: 2px solid var(--line); font-size: .9rem }
.properties li { padding: .15rem 0; overflow-wrap: anywhere }
.properties span { color: var(--dim) }
.properties p { color: var(--dim); font-size: .9em }
table { width: 100%; border-collapse: collapse; font-size: .9rem }
th, td { padding: .4rem .5rem; border-bottom: 1px solid var(--line); text-align: left }
@media (max-width: 50rem) { body { display: block } nav { position: static; height: auto; border: 0 } }
`
