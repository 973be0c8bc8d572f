/* The browser's side of components/portal.py: Dash's own children, shown in an element that the document already has. */
(function () {
  "use strict";

  function Portal(props) {
    const [shown, show] = React.useState(!props.later);
    const filled = Boolean(props.children);
    // What is below the first screen is drawn after what is on it has been painted.
    React.useEffect(() => {
      if (filled && !shown) requestAnimationFrame(() => setTimeout(() => show(true)));
    }, [filled, shown]);
    const target = document.getElementById(props.target);
    return target && filled && shown ? ReactDOM.createPortal(props.children, target) : null;
  }

  window.minetall = Object.assign(window.minetall || {}, { Portal });
})();
