const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = function () {
  const settings = workspace.getConfiguration("numcheck");
  const languages = ["markdown", "html", "plaintext"];
  client = new LanguageClient(
    "numcheck",
    "numcheck",
    {
      command: settings.get("command"),
      args: ["lsp"],
      transport: TransportKind.stdio,
    },
    {
      documentSelector: languages.flatMap((language) => [
        { language, scheme: "file" },
        { language, scheme: "untitled" },
      ]),
      initializationOptions: { debounce: settings.get("debounce") },
    }
  );
  return client.start();
};

exports.deactivate = function () {
  return client ? client.stop() : undefined;
};
