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
