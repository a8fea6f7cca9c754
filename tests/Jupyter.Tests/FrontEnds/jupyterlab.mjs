// Shows the outputs of a notebook as JupyterLab does: with its registry of renderers and their ranks, its parser of Markdown and
// its sanitiser.
import { EditorLanguageRegistry } from '@jupyterlab/codemirror';
import { createMarkdownParser } from '@jupyterlab/markedparser-extension';
import { OutputModel, RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { Widget } from '@lumino/widgets';

const registry = new RenderMimeRegistry({
  initialFactories: standardRendererFactories,
  markdownParser: createMarkdownParser(new EditorLanguageRegistry()),
});

// JupyterLab's server joins the lines that a file holds one by one.
const joined = value => Array.isArray(value) && value.every(line => typeof line === 'string') ? value.join('') : value;

async function showOutput(output, trusted) {
  const data = Object.fromEntries(Object.entries(output.data ?? {}).map(([type, form]) => [type, joined(form)]));
  const model = new OutputModel({ value: { ...output, text: joined(output.text), data }, trusted });
  const mimeType = registry.preferredMimeType(model.data, trusted ? 'any' : 'ensure');
  const renderer = registry.createRenderer(mimeType);
  Widget.attach(renderer, document.body);
  await renderer.renderModel(model);
  const pictures = [...renderer.node.querySelectorAll('img')];
  await Promise.all(pictures.map(picture => picture.decode()));
  return {
    mimeType,
    text: renderer.node.innerText.trim(),
    pictures: pictures.filter(picture => picture.naturalWidth > 0 && picture.clientWidth > 100 && picture.clientHeight > 100).length,
  };
}

/** What is seen of each output of a notebook, in their order. */
globalThis.showOutputs = async (notebook, trusted) => {
  const seen = [];
  for (const cell of notebook.cells) {
    for (const output of cell.outputs ?? []) {
      seen.push(await showOutput(output, trusted));
    }
  }
  return seen;
};
