// fs.FileMode as its String method has it (io/fs/fs.go), a DirEntry that is made of a FileInfo, and errors of package io/fs: what they
// say and what they wrap.
(function ({ inner, error, entry }) {
  function mode(v) {
    let text = '';
    [...'dalTLDpSugct?'].forEach((letter, i) => {
      if ((v >>> (31 - i)) & 1) text += letter;
    });
    text ||= '-';
    [...'rwxrwxrwx'].forEach((letter, i) => {
      text += (v >>> (8 - i)) & 1 ? letter : '-';
    });
    return text;
  }

  // What fs.FileInfoToDirEntry gives.
  function made(v, ctx) {
    const info = inner(inner(v.$value).field('fileInfo'));
    return info?.type.name === 'os.fileStat' ? entry.named(info.field('name').js, info.field('mode'), ctx) : ctx.format(info);
  }

  return [['io/fs.FileMode', mode], ['io/fs.dirInfo', made], ...error.types('io/fs')];
})
