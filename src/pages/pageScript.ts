/** Made from script/main.ts by test/src/pages/pageScript.test.ts, which says how. */
export const pageScript = `"use strict";(()=>{async function b(e,t){let n=await fetch(\`/api/v1/suggest?q=\${encodeURIComponent(e)}\`,{signal:t});if(!n.ok)throw new Error(
\`suggestions: \${n.status}\`);return n.json()}function m(e){let t=new AbortController,n;async function s(i,{signal:r}){
let l=await b(i,r).catch(()=>null);r.aborted||e(i,l)}function o(){clearTimeout(n),t.abort()}return{stop:o,ask(i){
o(),t=new AbortController;let r=t;n=setTimeout(()=>{s(i,r)},100)}}}function f(e){let t=document.createElement("span");t.lang="zh-CN";for(let[n,s]of e.split(/«([^«»]*)»/).entries()){
let o=document.createElement(n%2===0?"span":"mark");o.textContent=s,t.append(o)}return t}function E({uscc:e,name:t,
matched:n},s){var r;let o=document.createElement("a");o.setAttribute("role","option"),o.setAttribute("aria-sel\\
ected","false"),o.tabIndex=-1,o.href=s.profile+encodeURIComponent(e);let i=n.field==="name";if(o.append(f(i?n.
text:t)),!i){let l=document.createElement("small");l.append((r=s.fields[n.field])!=null?r:"",f(n.text)),o.append(
" ",l)}return o}function p(e,t){let n=document.createElement("div");n.id=e,n.className="suggestions",n.hidden=
!0,n.setAttribute("role","listbox"),n.setAttribute("aria-label",t.label);let s=[],o=-1;return{element:n,fill(i,r){
n.dataset.note=r,s=i.map(l=>E(l,t)),s.forEach((l,a)=>{l.id=\`\${e}-\${a}\`}),o=-1,n.textContent="",n.append(...s),
n.scrollTop=0},size:()=>s.length,active:()=>{var i;return(i=s[o])!=null?i:null},place:()=>o,activate(i){var r,
l,a;(r=s[o])==null||r.setAttribute("aria-selected","false"),o=i===null||s.length===0?-1:(i+s.length)%s.length,
(l=s[o])==null||l.setAttribute("aria-selected","true"),(a=s[o])==null||a.scrollIntoView({block:"nearest"})}}}var g=e=>e.value.trim(),d=({list:e})=>!e.element.hidden;function u({input:e,list:t},n){t.activate(n);let s=t.active();
s===null?e.removeAttribute("aria-activedescendant"):e.setAttribute("aria-activedescendant",s.id)}var h=140;function w({
input:e}){let t=window.visualViewport;(t===null?window.innerHeight:t.offsetTop+t.height)-e.getBoundingClientRect().
bottom<h&&e.scrollIntoView({block:"start",behavior:"instant"})}function c(e,t){e.list.element.hidden=!t,e.input.
setAttribute("aria-expanded",String(t)),u(e,null),t&&w(e)}function A(e,{suggestions:t,relaxed:n}){let{list:s,status:o,
words:i}=e,r=n?i.relaxed:"";s.fill(t,r),c(e,t.length>0);let l=t.length===1?i.one:i.many.replace("#",String(t.length));
o.textContent=r+(t.length===0?i.none:l)}function S(e){let t="",n=m((r,l)=>{t=l===null?"":r,l===null?c(e,!1):A(
e,l)});function s(){n.stop(),e.status.textContent="",c(e,!1)}function o(){let r=g(e.input);u(e,null),r===""?s():
n.ask(r)}function i(){t!==g(e.input)?o():!d(e)&&e.list.size()>0&&c(e,!0)}return{ask:o,open:i,close:s,stop:n.stop}}
function v(e,t){let n=e.elements.namedItem("q");if(!(n instanceof HTMLInputElement)||e.dataset.suggest===void 0)
return;let s=JSON.parse(e.dataset.suggest),o={input:n,list:p(t,s),status:document.createElement("div"),words:s},
i=S(o);k(o),C(o,i),e.addEventListener("submit",i.close),window.addEventListener("pagehide",i.close)}function C(e,t){
let{input:n,list:s}=e;n.addEventListener("input",o=>{o instanceof InputEvent&&o.isComposing?t.stop():t.ask()}),
n.addEventListener("compositionend",t.ask),n.addEventListener("keydown",o=>{!o.isComposing&&o.keyCode!==229&&L(
e,o,t)}),n.addEventListener("click",t.open),n.addEventListener("blur",t.close),s.element.addEventListener("mou\\
sedown",o=>o.preventDefault())}function k({input:e,list:t,status:n}){e.type="text",e.inputMode="search",e.enterKeyHint=
"search",e.autocomplete="off";let s={role:"combobox","aria-autocomplete":"list","aria-expanded":"false","aria-\\
controls":t.element.id};for(let[o,i]of Object.entries(s))e.setAttribute(o,i);n.className="vh",n.setAttribute("\\
role","status"),e.after(t.element,n)}function L(e,t,{open:n,close:s}){let o=e.list.active(),{key:i,altKey:r}=t;
i==="ArrowDown"||i==="ArrowUp"?(t.preventDefault(),r&&i==="ArrowUp"?s():n(),!r&&d(e)&&u(e,x(e.list.place(),i))):
i==="Enter"&&o!==null?(t.preventDefault(),o.click()):i==="Escape"?(d(e)&&t.preventDefault(),s()):/^(Home|End|Arrow(Left|Right))$/.
test(i)&&u(e,null)}var x=(e,t)=>t==="ArrowDown"?e+1:Math.max(e,0)-1;var y=document.querySelectorAll("form[data-suggest]");for(let[e,t]of y.entries())v(t,\`suggestions-\${e}\`);})();
`;
