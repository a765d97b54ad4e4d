// fs.FileMode as its String method has it (io/fs/fs.go), and errors of package io/fs: what they say and what they wrap.
(function ({ error }) {
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

  return [['io/fs.FileMode', mode], ...error.types('io/fs')];
})
