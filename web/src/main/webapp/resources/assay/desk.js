/* Keys, and trails that open without leaving the page. Every link works without this file too. */
(function () {
  'use strict';

  function isTyping(target) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
  }

  function rows() {
    return Array.from(document.querySelectorAll('main .ui-datatable-data > tr')).filter(function (row) {
      return row.offsetParent !== null && row.querySelector('a.open');
    });
  }

  function step(by) {
    var all = rows();
    if (!all.length) {
      return;
    }
    var at = all.indexOf(document.activeElement.closest('tr'));
    var next = at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by));
    all[next].querySelector('a.open').focus();
    all[next].scrollIntoView({block: 'nearest'});
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      document.getElementById('search').focus();
    } else if (event.key === '?') {
      PF('keys').show();
    } else if (event.key === 'ArrowDown' && rows().length) {
      event.preventDefault();
      step(1);
    } else if (event.key === 'ArrowUp' && rows().length) {
      event.preventDefault();
      step(-1);
    }
  });

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-keys]')) {
      PF('keys').show();
      return;
    }
    var link = event.target.closest('a[data-figure]');
    var isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link && isPlain && typeof window.openTrail === 'function') {
      event.preventDefault();
      history.replaceState(null, '', link.getAttribute('href'));
      PF('trail').show();
      window.openTrail([{name: 'trail', value: link.dataset.figure}]);
    }
  });

  /* A large file: how far it is sent, with an estimate. The form works without this, and the page may be left once all is sent. */
  function megabytes(bytes) {
    return (bytes / 1048576).toFixed(1) + ' MB';
  }

  function send(form, said) {
    var request = new XMLHttpRequest();
    var began = Date.now();
    request.open('POST', form.getAttribute('action'));
    request.upload.addEventListener('progress', function (event) {
      var left = (Date.now() - began) * (event.total - event.loaded) / event.loaded / 1000;
      said.textContent = megabytes(event.loaded) + ' of ' + megabytes(event.total) + ' sent, about ' + Math.ceil(left) + ' s left';
    });
    request.upload.addEventListener('load', function () {
      var sent = Date.now();
      setInterval(function () {
        said.textContent = 'All is sent. It is checked and taken in, for ' + Math.round((Date.now() - sent) / 1000) +
          ' s so far. You may leave this page: what came of it stands here when you come back.';
      }, 1000);
    });
    request.addEventListener('load', function () {
      if (request.status === 200) {
        window.location.assign(request.responseURL);
      } else {
        window.location.reload();
      }
    });
    request.addEventListener('error', function () {
      said.textContent = 'The connection broke. Send it again: what is here already is not taken in twice.';
      form.querySelector('button').disabled = false;
    });
    form.querySelector('button').disabled = true;
    request.send(new FormData(form));
  }

  document.addEventListener('submit', function (event) {
    var form = event.target.closest('form[data-sends]');
    if (!form) {
      return;
    }
    event.preventDefault();
    var said = form.querySelector('.sending');
    var most = Number(form.dataset.sends) * 1048576;
    var size = Array.from(form.querySelectorAll('input[type=file]')).flatMap(function (input) {
      return Array.from(input.files);
    }).reduce(function (sum, file) {
      return sum + file.size;
    }, 0);
    if (size === 0) {
      said.textContent = 'Choose what to send.';
    } else if (size > most) {
      said.textContent = megabytes(size) + ' chosen, expected at most ' + megabytes(most) + '.';
    } else {
      send(form, said);
    }
  });

  /* A drawing says what it shows to who does not see it: the head of its panel. Its table holds the same figures. */
  function nameCharts() {
    document.querySelectorAll('.chart canvas').forEach(function (canvas) {
      var head = canvas.closest('section, .panel').querySelector('h2');
      canvas.setAttribute('aria-label', 'Chart: ' + (head ? head.firstChild.textContent.trim() : document.title));
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    nameCharts();
    if (!window.jQuery) {
      return;
    }
    jQuery(document).on('pfAjaxComplete', nameCharts);
    /* A page kept longer than the server remembers it is shown anew. */
    jQuery(document).on('pfAjaxError', function () {
      window.location.reload();
    });
  });
})();
