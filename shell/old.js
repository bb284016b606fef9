// Fetched only by browsers that know no modules, and so cannot start the application: says it. Their language is
// that of 2009.
(function () {
  var app = document.getElementById('application');
  var template = document.getElementById('echec');
  var message = document.createElement('div');
  // Where templates are unknown, what they hold stands in them like anything else.
  message.appendChild((template.content || template).querySelector('[role=alert]'));
  while (app.firstChild) app.removeChild(app.firstChild);
  app.appendChild(message);
})();
